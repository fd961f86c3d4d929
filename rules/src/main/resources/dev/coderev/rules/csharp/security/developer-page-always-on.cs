using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

public class Startup
{
    public void Configure(IApplicationBuilder app, IWebHostEnvironment env)
    {
        // ruleid: csharp.security.developer-page-always-on
        app.UseDeveloperExceptionPage();
    }

    public void ConfigureByName(IApplicationBuilder app, IWebHostEnvironment env)
    {
        if (env.IsDevelopment())
        {
            // ok: csharp.security.developer-page-always-on
            app.UseDeveloperExceptionPage();
        }
        if (env.IsProduction())
        {
            // ruleid: csharp.security.developer-page-always-on
            app.UseDeveloperExceptionPage();
        }
    }
}
