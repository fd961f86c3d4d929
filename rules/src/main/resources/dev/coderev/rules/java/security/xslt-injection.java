import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.File;
import java.io.StringReader;
import javax.xml.transform.Source;
import javax.xml.transform.Templates;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.stream.StreamSource;

class Styles {
  Transformer sent(HttpServletRequest request) throws IOException, TransformerException {
    TransformerFactory factory = TransformerFactory.newInstance();
    Source style = new StreamSource(request.getInputStream());
    // ruleid: java.security.xslt-injection
    return factory.newTransformer(style);
  }

  Templates typed(HttpServletRequest request) throws TransformerException {
    String text = request.getParameter("style");
    // ruleid: java.security.xslt-injection
    return TransformerFactory.newInstance().newTemplates(new StreamSource(new StringReader(text)));
  }

  void own(HttpServletRequest request, javax.xml.transform.Result out)
      throws IOException, TransformerException {
    // ok: java.security.xslt-injection
    Transformer transformer = TransformerFactory.newInstance().newTransformer(new StreamSource(new File("page.xsl")));
    transformer.transform(new StreamSource(request.getInputStream()), out);
  }
}
