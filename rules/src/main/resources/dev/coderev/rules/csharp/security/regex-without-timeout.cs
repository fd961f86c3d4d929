using System;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;

public class SearchController : Controller
{
    [HttpGet("search")]
    public IActionResult Find(string q)
    {
        // ruleid: csharp.security.regex-without-timeout
        var regex = new Regex(q);
        // ruleid: csharp.security.regex-without-timeout
        Regex.IsMatch("text", "(?i)" + q);
        // ok: csharp.security.regex-without-timeout
        Regex.IsMatch(q, "^[a-z]+$");
        // ok: csharp.security.regex-without-timeout
        var escaped = new Regex(Regex.Escape(q));
        // ok: csharp.security.regex-without-timeout
        var limited = new Regex(q, RegexOptions.None, TimeSpan.FromSeconds(1));
        return Ok();
    }
}
