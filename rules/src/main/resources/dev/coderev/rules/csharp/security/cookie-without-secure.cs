using Microsoft.AspNetCore.Http;

public class Session
{
    public void Set(HttpResponse response, string id, bool https)
    {
        // ruleid: csharp.security.cookie-without-secure
        response.Cookies.Append("sid", id, new CookieOptions { HttpOnly = true, Secure = false });
        var options = new CookieOptions();
        // ruleid: csharp.security.cookie-without-secure
        options.Secure = false;
        // ok: csharp.security.cookie-without-secure
        options.Secure = true;
        // ok: csharp.security.cookie-without-secure
        response.Cookies.Append("sid", id, new CookieOptions { HttpOnly = true, Secure = https });
    }
}
