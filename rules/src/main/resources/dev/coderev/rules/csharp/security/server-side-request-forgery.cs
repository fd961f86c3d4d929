using System;
using System.Net;
using System.Net.Http;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Mvc;

public class ProxyController : Controller
{
    private readonly HttpClient client;

    [HttpGet("fetch")]
    public async Task<IActionResult> Fetch(string url)
    {
        // ruleid: csharp.security.server-side-request-forgery
        var text = await client.GetStringAsync(url);
        // ruleid: csharp.security.server-side-request-forgery
        var request = WebRequest.Create("http://" + url);
        // ok: csharp.security.server-side-request-forgery
        var fixedHost = await client.GetStringAsync("https://api.example.com/items/" + Uri.EscapeDataString(url));
        // ok: csharp.security.server-side-request-forgery
        var status = await client.GetStringAsync("https://api.example.com/status");
        return Content(text);
    }
}
