import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.owasp.encoder.Encode;

class Pages {
  void missing(HttpServletRequest request, HttpServletResponse response) throws IOException {
    // ruleid: java.security.error-message-with-input
    response.sendError(404, "No page " + request.getParameter("page"));
    // ok: java.security.error-message-with-input
    response.sendError(404, "No page " + Encode.forHtml(request.getParameter("page")));
    // ok: java.security.error-message-with-input
    response.sendError(404, "No such page");
  }
}
