using System.Net.Http;
using System.Threading.Tasks;

public class Client
{
    private readonly HttpClient http;

    public async Task<string> Load(string url)
    {
        // ruleid: csharp.correctness.blocking-on-task
        var text = http.GetStringAsync(url).Result;
        // ruleid: csharp.correctness.blocking-on-task
        Task.Delay(10).Wait();
        // ok: csharp.correctness.blocking-on-task
        var more = await http.GetStringAsync(url);
        return text + more;
    }

    public int Total(Sum sum)
    {
        // ok: csharp.correctness.blocking-on-task
        return sum.Result;
    }
}
