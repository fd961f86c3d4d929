using Microsoft.AspNetCore.Http;

public class Session
{
    public void Set(HttpResponse response, string id)
    {
        // ruleid: csharp.security.cookie-without-http-only
        response.Cookies.Append("sid", id, new CookieOptions { HttpOnly = false, Secure = true });
        var options = new CookieOptions();
        // ruleid: csharp.security.cookie-without-http-only
        options.HttpOnly = false;
        // ok: csharp.security.cookie-without-http-only
        options.HttpOnly = true;
    }
}
