public class Counter
{
    private readonly object gate = new object();
    private int count;

    public void Add()
    {
        // ruleid: csharp.correctness.lock-on-public-object
        lock (this)
        {
            count++;
        }
        // ruleid: csharp.correctness.lock-on-public-object
        lock (typeof(Counter))
        {
            count++;
        }
        // ok: csharp.correctness.lock-on-public-object
        lock (gate)
        {
            count++;
        }
    }
}
