using System.Xml;
using Microsoft.AspNetCore.Mvc;

public class BooksController : Controller
{
    private readonly XmlDocument books;

    [HttpGet("book")]
    public IActionResult Find(string title)
    {
        // ruleid: csharp.security.xpath-injection
        books.SelectSingleNode("//book[title='" + title + "']");
        // ruleid: csharp.security.xpath-injection
        books.SelectNodes($"//book[@id='{title}']");
        // ok: csharp.security.xpath-injection
        books.SelectNodes("//book");
        int n = int.Parse(title);
        // ok: csharp.security.xpath-injection
        books.SelectSingleNode("//book[" + n + "]");
        return Ok();
    }
}
