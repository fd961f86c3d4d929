using Microsoft.AspNetCore.Mvc;

public class FormController : Controller
{
    // ruleid: csharp.security.request-validation-off
    [IgnoreAntiforgeryToken]
    public IActionResult Send(string text)
    {
        return Ok();
    }

    // ok: csharp.security.request-validation-off
    [ValidateAntiForgeryToken]
    public IActionResult SendChecked(string text)
    {
        return Ok();
    }

    // ruleid: csharp.security.request-validation-off
    [ValidateInput(false)]
    public IActionResult Post(string text)
    {
        return Ok();
    }
}
