import java.sql.ResultSet;
import java.sql.SQLException;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathExpressionException;
import org.w3c.dom.Document;

class Catalogue {
  String price(XPath xpath, Document document, ResultSet order) throws SQLException, XPathExpressionException {
    String article = order.getString("article");
    // ok: java.security.xpath-injection-outside-input
    xpath.evaluate("//article[1]/price", document);
    // ruleid: java.security.xpath-injection-outside-input
    return xpath.evaluate("//article[@name='" + article + "']/price", document);
  }
}
