using Microsoft.AspNetCore.Mvc;

public class LoginController : Controller
{
    [HttpGet("login")]
    public IActionResult Login(string returnUrl)
    {
        if (Url.IsLocalUrl(returnUrl))
        {
            // ok: csharp.security.open-redirect
            return Redirect(returnUrl);
        }
        // ok: csharp.security.open-redirect
        return Redirect("/home");
    }

    [HttpGet("logout")]
    public IActionResult Logout(string returnUrl)
    {
        // ruleid: csharp.security.open-redirect
        return Redirect(returnUrl);
    }

    public void Leave()
    {
        // ruleid: csharp.security.open-redirect
        Response.Redirect(Request.Query["to"]);
        // ok: csharp.security.open-redirect
        Response.Redirect("/bye");
    }

    [HttpGet("local")]
    public IActionResult Local(string returnUrl)
    {
        // ok: csharp.security.open-redirect
        return LocalRedirect(returnUrl);
    }
}
