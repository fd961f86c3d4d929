using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;

public class ToolsController : Controller
{
    [HttpPost("ping")]
    public IActionResult Ping(string host)
    {
        // ruleid: csharp.security.command-injection
        Process.Start("cmd.exe", "/c ping " + host);
        // ruleid: csharp.security.command-injection
        var info = new ProcessStartInfo("/bin/sh", $"-c \"ping {host}\"");
        // ok: csharp.security.command-injection
        var safe = new ProcessStartInfo("ping");
        safe.ArgumentList.Add(host);
        // ok: csharp.security.command-injection
        Process.Start("notepad.exe", "readme.txt");
        return Ok();
    }

    public IActionResult Run()
    {
        var info = new ProcessStartInfo();
        // ruleid: csharp.security.command-injection
        info.FileName = Request.Form["tool"];
        // ok: csharp.security.command-injection
        info.FileName = "convert";
        int pages = int.Parse(Request.Form["pages"]);
        // ok: csharp.security.command-injection
        info.Arguments = "-pages " + pages;
        return Ok();
    }
}
