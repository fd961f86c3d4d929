using System.IO;
using System.Runtime.Serialization.Formatters.Binary;
using System.Text.Json;
using System.Web.Script.Serialization;

public class Store
{
    public object Load(Stream input)
    {
        // ruleid: csharp.security.unsafe-deserializer
        var formatter = new BinaryFormatter();
        return formatter.Deserialize(input);
    }

    public object LoadState(string text)
    {
        // ruleid: csharp.security.unsafe-deserializer
        return new LosFormatter().Deserialize(text);
    }

    public object LoadScript(string text)
    {
        // ruleid: csharp.security.unsafe-deserializer
        var serializer = new JavaScriptSerializer(new SimpleTypeResolver());
        // ok: csharp.security.unsafe-deserializer
        var plain = new JavaScriptSerializer();
        return serializer.DeserializeObject(text);
    }

    public Order LoadOrder(string text)
    {
        // ok: csharp.security.unsafe-deserializer
        return JsonSerializer.Deserialize<Order>(text);
    }
}
