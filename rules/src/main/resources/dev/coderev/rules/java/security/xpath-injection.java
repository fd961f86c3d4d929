import jakarta.servlet.http.HttpServletRequest;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;

class Accounts {
  private final XPath xpath = XPathFactory.newInstance().newXPath();
  private Document document;

  Object find(HttpServletRequest request) throws XPathExpressionException {
    String user = request.getParameter("user");
    String expression = "/accounts/account[@name='" + user + "']";
    // ruleid: java.security.xpath-injection
    xpath.compile(expression);
    // ruleid: java.security.xpath-injection
    return xpath.evaluate("/accounts/account[@name='" + user + "']", document, XPathConstants.NODE);
  }

  Object bound(HttpServletRequest request) throws XPathExpressionException {
    String user = request.getParameter("user");
    XPath path = XPathFactory.newInstance().newXPath();
    path.setXPathVariableResolver(name -> user);
    // ok: java.security.xpath-injection
    return path.evaluate("/accounts/account[@name=$user]", document, XPathConstants.NODE);
  }

  Object numbered(HttpServletRequest request) throws XPathExpressionException {
    int index = Integer.parseInt(request.getParameter("index"));
    // ok: java.security.xpath-injection
    return xpath.evaluate("/accounts/account[" + index + "]", document, XPathConstants.NODE);
  }

  Object fixed() throws XPathExpressionException {
    // ok: java.security.xpath-injection
    return xpath.evaluate("/accounts/" + "account", document, XPathConstants.NODESET);
  }
}
