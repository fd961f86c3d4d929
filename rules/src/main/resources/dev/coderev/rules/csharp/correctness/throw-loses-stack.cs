using System;

public class Worker
{
    public void Run()
    {
        try
        {
            Work();
        }
        catch (InvalidOperationException e)
        {
            Console.WriteLine(e.Message);
            // ruleid: csharp.correctness.throw-loses-stack
            throw e;
        }
        catch (ArgumentException e)
        {
            Console.WriteLine(e.Message);
            // ok: csharp.correctness.throw-loses-stack
            throw;
        }
        catch (Exception e)
        {
            // ok: csharp.correctness.throw-loses-stack
            throw new ApplicationException("outer", e);
        }
    }

    private void Work()
    {
        try
        {
            Run();
        }
        catch (Exception error)
        {
            // ruleid: csharp.correctness.throw-loses-stack
            throw error;
        }
    }
}
