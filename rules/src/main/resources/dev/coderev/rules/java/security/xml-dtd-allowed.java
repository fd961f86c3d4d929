import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

class Readers {
  void open(DocumentBuilderFactory factory) throws ParserConfigurationException {
    // ruleid: java.security.xml-dtd-allowed
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", false);
    // ruleid: java.security.xml-dtd-allowed
    factory.setFeature("http://xml.org/sax/features/external-general-entities", true);
    // ruleid: java.security.xml-dtd-allowed
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, false);
    // ok: java.security.xml-dtd-allowed
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    // ok: java.security.xml-dtd-allowed
    factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
    // ok: java.security.xml-dtd-allowed
    factory.setFeature("http://xml.org/sax/features/namespaces", true);
  }
}
