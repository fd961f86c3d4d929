using System;
using System.Threading.Tasks;

public class Jobs
{
    // ruleid: csharp.correctness.async-void
    public async void Run()
    {
        await Task.Delay(1);
    }

    // ruleid: csharp.correctness.async-void
    private async void Save(string text)
    {
        await Task.Delay(1);
    }

    // ok: csharp.correctness.async-void
    public async Task RunAwaited()
    {
        await Task.Delay(1);
    }

    // ok: csharp.correctness.async-void
    private async void OnClick(object sender, EventArgs e)
    {
        await Task.Delay(1);
    }
}
