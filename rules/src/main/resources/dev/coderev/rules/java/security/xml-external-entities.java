import java.io.InputStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.stream.XMLInputFactory;
import org.dom4j.io.SAXReader;

class Invoices {
  void document(InputStream in) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    // ruleid: java.security.xml-external-entities
    DocumentBuilder builder = factory.newDocumentBuilder();
    builder.parse(in);
  }

  void chained(InputStream in) throws Exception {
    // ruleid: java.security.xml-external-entities
    DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in);
  }

  void sax() throws Exception {
    SAXParserFactory factory = SAXParserFactory.newInstance();
    factory.setNamespaceAware(true);
    // ruleid: java.security.xml-external-entities
    factory.newSAXParser();
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

  void noDoctype() throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    // ok: java.security.xml-external-entities
    factory.newDocumentBuilder();
  }

  void noAccess() throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
    // ok: java.security.xml-external-entities
    factory.newDocumentBuilder();
  }

  void noDtd(InputStream in) throws Exception {
    XMLInputFactory factory = XMLInputFactory.newInstance();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    // ok: java.security.xml-external-entities
    factory.createXMLStreamReader(in);
  }

  void given(DocumentBuilderFactory factory) throws Exception {
    // ok: java.security.xml-external-entities
    factory.newDocumentBuilder();
  }
}
