using System.IO;
using Microsoft.AspNetCore.Mvc;

public class FilesController : Controller
{
    private const string Root = "/srv/files";

    [HttpGet("download")]
    public IActionResult Download(string name)
    {
        // ruleid: csharp.security.path-traversal
        var bytes = System.IO.File.ReadAllBytes(Path.Combine(Root, name));
        // ruleid: csharp.security.path-traversal
        File.Delete(Root + "/" + name);
        // ok: csharp.security.path-traversal
        File.ReadAllText(Path.Combine(Root, Path.GetFileName(name)));
        // ok: csharp.security.path-traversal
        File.ReadAllText(Path.Combine(Root, "index.txt"));
        return Ok();
    }

    [HttpGet("checked")]
    public IActionResult Checked(string name)
    {
        var full = Path.GetFullPath(Path.Combine(Root, name));
        if (!full.StartsWith(Root + "/"))
        {
            return BadRequest();
        }
        // ok: csharp.security.path-traversal
        return Content(File.ReadAllText(full));
    }

    public IActionResult Page()
    {
        var page = Request.Query["page"];
        // ruleid: csharp.security.path-traversal
        return PhysicalFile("/srv/pages/" + page, "text/html");
    }
}
