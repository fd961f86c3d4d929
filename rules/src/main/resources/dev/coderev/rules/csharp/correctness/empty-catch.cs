using System;
using System.IO;

public class Files
{
    public void Remove(string path)
    {
        // ruleid: csharp.correctness.empty-catch
        try
        {
            File.Delete(path);
        }
        catch (Exception e)
        {
        }
        // ruleid: csharp.correctness.empty-catch
        try
        {
            File.Delete(path);
        }
        catch
        {
        }
        // ok: csharp.correctness.empty-catch
        try
        {
            File.Delete(path);
        }
        catch (Exception e)
        {
            Console.Error.WriteLine(e.Message);
        }
        // ok: csharp.correctness.empty-catch
        try
        {
            File.Delete(path);
        }
        catch (FileNotFoundException)
        {
        }
    }
}
