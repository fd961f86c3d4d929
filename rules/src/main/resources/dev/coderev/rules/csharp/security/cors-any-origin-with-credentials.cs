using Microsoft.AspNetCore.Builder;

public class Startup
{
    public void Configure(IApplicationBuilder app)
    {
        // ruleid: csharp.security.cors-any-origin-with-credentials
        app.UseCors(policy => policy.SetIsOriginAllowed(origin => true).AllowCredentials());
        // ruleid: csharp.security.cors-any-origin-with-credentials
        app.UseCors(policy => policy.AllowAnyOrigin().AllowAnyHeader().AllowCredentials());
        // ok: csharp.security.cors-any-origin-with-credentials
        app.UseCors(policy => policy.AllowAnyOrigin().AllowAnyHeader());
        // ok: csharp.security.cors-any-origin-with-credentials
        app.UseCors(policy => policy.WithOrigins("https://app.example.com").AllowCredentials());
    }
}
