import java.io.InputStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.stream.XMLInputFactory;
import org.dom4j.io.SAXReader;
import org.xml.sax.InputSource;
import org.xml.sax.XMLReader;

class Invoices {
  void document(InputStream in) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    DocumentBuilder builder = factory.newDocumentBuilder();
    // ruleid: java.security.xml-external-entities
    builder.parse(in);
  }

  void chained(InputStream in) throws Exception {
    // ruleid: java.security.xml-external-entities
    DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in);
  }

  DocumentBuilder builder() throws Exception {
    var factory = DocumentBuilderFactory.newInstance();
    // ruleid: java.security.xml-external-entities
    return factory.newDocumentBuilder();
  }

  void sax(InputStream in) throws Exception {
    SAXParserFactory factory = SAXParserFactory.newInstance();
    XMLReader reader = factory.newSAXParser().getXMLReader();
    // ruleid: java.security.xml-external-entities
    reader.parse(new InputSource(in));
  }

  void stax(InputStream in) throws Exception {
    XMLInputFactory factory = XMLInputFactory.newInstance();
    // ruleid: java.security.xml-external-entities
    factory.createXMLStreamReader(in);
  }

  void dom4j(InputStream in) throws Exception {
    SAXReader reader = new SAXReader();
    // ruleid: java.security.xml-external-entities
    reader.read(in);
  }

  void noDoctype(InputStream in) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    // ok: java.security.xml-external-entities
    factory.newDocumentBuilder().parse(in);
  }

  void closedReader(InputStream in) throws Exception {
    XMLReader reader = SAXParserFactory.newInstance().newSAXParser().getXMLReader();
    reader.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    // ok: java.security.xml-external-entities
    reader.parse(new InputSource(in));
  }

  void noAccess(InputStream in) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
    // ok: java.security.xml-external-entities
    factory.newDocumentBuilder().parse(in);
  }

  void noDtd(InputStream in) throws Exception {
    XMLInputFactory factory = XMLInputFactory.newInstance();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    // ok: java.security.xml-external-entities
    factory.createXMLStreamReader(in);
  }

  void empty() throws Exception {
    // ok: java.security.xml-external-entities
    DocumentBuilderFactory.newInstance().newDocumentBuilder().newDocument();
  }

  void given(DocumentBuilderFactory factory, InputStream in) throws Exception {
    // ok: java.security.xml-external-entities
    factory.newDocumentBuilder().parse(in);
  }

  void generalEntitiesOnly(java.io.InputStream in) throws Exception {
    javax.xml.parsers.DocumentBuilderFactory factory = javax.xml.parsers.DocumentBuilderFactory.newInstance();
    factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
    // ruleid: java.security.xml-external-entities
    factory.newDocumentBuilder().parse(in);
  }

  void bothKindsOfEntities(java.io.InputStream in) throws Exception {
    javax.xml.parsers.DocumentBuilderFactory factory = javax.xml.parsers.DocumentBuilderFactory.newInstance();
    factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
    factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
    // ok: java.security.xml-external-entities
    factory.newDocumentBuilder().parse(in);
  }

  void bothInOtherOrder(java.io.InputStream in) throws Exception {
    javax.xml.parsers.SAXParserFactory factory = javax.xml.parsers.SAXParserFactory.newInstance();
    factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
    factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
    // ok: java.security.xml-external-entities
    factory.newSAXParser().parse(in, new org.xml.sax.helpers.DefaultHandler());
  }
}
