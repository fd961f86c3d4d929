using System.Text;

public class Joiner
{
    public string Join(string[] words)
    {
        string text = "";
        foreach (var word in words)
        {
            // ruleid: csharp.performance.string-built-in-loop
            text += word;
        }
        var other = "";
        for (int i = 0; i < 3; i++)
        {
            // ruleid: csharp.performance.string-built-in-loop
            other = other + "x";
        }
        return text + other;
    }

    public string JoinBuilt(string[] words)
    {
        var builder = new StringBuilder();
        int total = 0;
        foreach (var word in words)
        {
            builder.Append(word);
            // ok: csharp.performance.string-built-in-loop
            total += word.Length;
        }
        string text = "head";
        // ok: csharp.performance.string-built-in-loop
        text += "tail";
        return text + builder;
    }
}
