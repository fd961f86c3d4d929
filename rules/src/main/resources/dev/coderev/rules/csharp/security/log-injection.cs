using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Logging;

public class LoginController : Controller
{
    private readonly ILogger logger;

    [HttpPost("login")]
    public IActionResult Login(string user)
    {
        // ruleid: csharp.security.log-injection
        logger.LogWarning("login of " + user + " failed");
        // ruleid: csharp.security.log-injection
        logger.LogInformation($"login of {user}");
        // ok: csharp.security.log-injection
        logger.LogWarning("login of {User} failed", user);
        // ok: csharp.security.log-injection
        logger.LogWarning("login failed");
        return Ok();
    }
}
