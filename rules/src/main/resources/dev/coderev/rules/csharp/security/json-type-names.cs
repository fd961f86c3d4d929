using Newtonsoft.Json;

public class Settings
{
    public void Configure()
    {
        // ruleid: csharp.security.json-type-names
        var open = new JsonSerializerSettings { TypeNameHandling = TypeNameHandling.All };
        var later = new JsonSerializerSettings();
        // ruleid: csharp.security.json-type-names
        later.TypeNameHandling = TypeNameHandling.Auto;
        // ok: csharp.security.json-type-names
        later.TypeNameHandling = TypeNameHandling.None;
        // ok: csharp.security.json-type-names
        var bound = new JsonSerializerSettings { TypeNameHandling = TypeNameHandling.Auto, SerializationBinder = new KnownTypes() };
    }
}
