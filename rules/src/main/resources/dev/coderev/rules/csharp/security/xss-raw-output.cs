using System.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;

public class GreetingController : Controller
{
    [HttpGet("hello")]
    public IActionResult Hello(string name)
    {
        // ruleid: csharp.security.xss-raw-output
        var html = new HtmlString("<b>" + name + "</b>");
        // ruleid: csharp.security.xss-raw-output
        return Content($"<h1>{name}</h1>", "text/html");
    }

    public void Write()
    {
        // ruleid: csharp.security.xss-raw-output
        Response.Write("<p>" + Request.QueryString["q"] + "</p>");
        // ok: csharp.security.xss-raw-output
        Response.Write("<p>" + HttpUtility.HtmlEncode(Request.QueryString["q"]) + "</p>");
        // ok: csharp.security.xss-raw-output
        Response.Write("<p>fixed</p>");
    }

    [HttpGet("text")]
    public IActionResult Text(string name)
    {
        // ok: csharp.security.xss-raw-output
        return Content(name, "text/plain");
    }
}
