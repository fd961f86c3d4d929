using System;

public class Geometry
{
    public bool Same(double a, double b)
    {
        // ruleid: csharp.correctness.float-equality
        return a == b;
    }

    public bool IsTenth(float x)
    {
        // ruleid: csharp.correctness.float-equality
        return x == 0.1f;
    }

    public bool Close(double a, double b)
    {
        // ok: csharp.correctness.float-equality
        return Math.Abs(a - b) < 1e-9;
    }

    public bool Equal(int a, int b)
    {
        // ok: csharp.correctness.float-equality
        return a == b;
    }

    public bool None(double a)
    {
        // ok: csharp.correctness.float-equality
        return a == 0;
    }
}
