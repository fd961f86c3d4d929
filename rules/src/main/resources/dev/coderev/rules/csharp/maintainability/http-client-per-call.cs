using System.Net.Http;
using System.Threading.Tasks;

public class Client
{
    // ok: csharp.maintainability.http-client-per-call
    private static readonly HttpClient Shared = new HttpClient();

    public async Task<string> Load(string url)
    {
        // ruleid: csharp.maintainability.http-client-per-call
        using var client = new HttpClient();
        return await client.GetStringAsync(url);
    }

    public async Task<string> LoadOld(string url)
    {
        // ruleid: csharp.maintainability.http-client-per-call
        using (var client = new HttpClient())
        {
            return await client.GetStringAsync(url);
        }
    }

    public async Task<string> LoadShared(string url)
    {
        // ok: csharp.maintainability.http-client-per-call
        return await Shared.GetStringAsync(url);
    }
}
