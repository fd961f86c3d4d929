import com.sun.net.httpserver.HttpExchange;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

class LanguageServlet extends HttpServlet {
  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) {
    String language = request.getParameter("language");
    // ruleid: java.security.response-splitting
    response.setHeader("Content-Language", language);
    String file = "report-" + request.getParameter("name") + ".pdf";
    // ruleid: java.security.response-splitting
    response.addHeader("Content-Disposition", "attachment; filename=" + file);
    // ok: java.security.response-splitting
    response.setHeader("Content-Language", language.replaceAll("[\r\n]", ""));
    // ok: java.security.response-splitting
    response.setHeader("Content-Language", "de".equals(language) ? "de" : "en");
    // ok: java.security.response-splitting
    response.setHeader("X-Page", String.valueOf(Integer.parseInt(request.getParameter("page"))));
    // ok: java.security.response-splitting
    response.setHeader("Cache-Control", "no-store");
  }

  void exchange(HttpExchange exchange) {
    String query = exchange.getRequestURI().getQuery();
    // ruleid: java.security.response-splitting
    exchange.getResponseHeaders().set("X-Query", query);
    // ok: java.security.response-splitting
    exchange.getResponseHeaders().set("Allow", "GET");
  }
}
