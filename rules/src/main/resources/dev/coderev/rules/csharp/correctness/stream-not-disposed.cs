using System.IO;

public class Files
{
    public int Count(string path)
    {
        // ruleid: csharp.correctness.stream-not-disposed
        var reader = new StreamReader(path);
        return reader.ReadToEnd().Length;
    }

    public void Write(string path)
    {
        // ruleid: csharp.correctness.stream-not-disposed
        StreamWriter writer = new StreamWriter(path);
        writer.Write("x");
    }

    public int CountDisposed(string path)
    {
        // ok: csharp.correctness.stream-not-disposed
        using var reader = new StreamReader(path);
        return reader.ReadToEnd().Length;
    }

    public int CountClosed(string path)
    {
        // ok: csharp.correctness.stream-not-disposed
        var reader = new StreamReader(path);
        int n = reader.ReadToEnd().Length;
        reader.Close();
        return n;
    }

    public StreamReader Open(string path)
    {
        // ok: csharp.correctness.stream-not-disposed
        var reader = new StreamReader(path);
        return reader;
    }
}
