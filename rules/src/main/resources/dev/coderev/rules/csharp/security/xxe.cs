using System.Xml;

public class Importer
{
    public void Import(string path)
    {
        var settings = new XmlReaderSettings();
        // ruleid: csharp.security.xxe
        settings.DtdProcessing = DtdProcessing.Parse;
        // ruleid: csharp.security.xxe
        var inline = new XmlReaderSettings { DtdProcessing = DtdProcessing.Parse };
        var document = new XmlDocument();
        // ruleid: csharp.security.xxe
        document.XmlResolver = new XmlUrlResolver();
        // ok: csharp.security.xxe
        document.XmlResolver = null;
        // ok: csharp.security.xxe
        var safe = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit };
    }
}
