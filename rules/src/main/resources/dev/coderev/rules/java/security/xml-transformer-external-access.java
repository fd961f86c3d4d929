import java.io.InputStream;
import javax.xml.XMLConstants;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;

class Stylesheets {
  void transform(InputStream style) throws Exception {
    TransformerFactory factory = TransformerFactory.newInstance();
    // ruleid: java.security.xml-transformer-external-access
    factory.newTransformer(new StreamSource(style));
  }

  void schema(InputStream schema) throws Exception {
    SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
    // ruleid: java.security.xml-transformer-external-access
    factory.newSchema(new StreamSource(schema));
  }

  void closed(InputStream style) throws Exception {
    TransformerFactory factory = TransformerFactory.newInstance();
    factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_STYLESHEET, "");
    // ok: java.security.xml-transformer-external-access
    factory.newTransformer(new StreamSource(style));
  }

  void secure(InputStream style) throws Exception {
    TransformerFactory factory = TransformerFactory.newInstance();
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    // ok: java.security.xml-transformer-external-access
    factory.newTransformer(new StreamSource(style));
  }

  void identity() throws Exception {
    // ok: java.security.xml-transformer-external-access
    TransformerFactory.newInstance().newTransformer();
  }

  void copied(java.io.InputStream in, javax.xml.transform.Result out) throws Exception {
    javax.xml.transform.Transformer copier = javax.xml.transform.TransformerFactory.newInstance().newTransformer();
    // ruleid: java.security.xml-transformer-external-access
    copier.transform(new javax.xml.transform.stream.StreamSource(in), out);
  }

  void printed(org.w3c.dom.Document document, javax.xml.transform.Result out) throws Exception {
    javax.xml.transform.Transformer printer = javax.xml.transform.TransformerFactory.newInstance().newTransformer();
    // ok: java.security.xml-transformer-external-access
    printer.transform(new javax.xml.transform.dom.DOMSource(document), out);
  }
}
