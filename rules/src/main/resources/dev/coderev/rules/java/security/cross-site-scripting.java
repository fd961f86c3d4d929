import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import org.owasp.encoder.Encode;

class GreetingServlet extends HttpServlet {
  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String name = request.getParameter("name");
    // ruleid: java.security.cross-site-scripting
    response.getWriter().println("<h1>Hello " + name + "</h1>");
    PrintWriter out = response.getWriter();
    // ruleid: java.security.cross-site-scripting
    out.write(name);
    // ruleid: java.security.cross-site-scripting
    out.printf("<p>%s</p>", name.trim());
    // ok: java.security.cross-site-scripting
    out.println("<p>" + Encode.forHtml(name) + "</p>");
    // ok: java.security.cross-site-scripting
    out.println("<p>Hello</p>");
    // ok: java.security.cross-site-scripting
    out.println("<p>" + name.length() + "</p>");
    show(out, response, request.getHeader("Referer"));
  }

  private void show(PrintWriter out, HttpServletResponse response, String text) {
    // ruleid: java.security.cross-site-scripting
    out.append("<a href='" + text + "'>back</a>");
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
    response.setContentType("application/json");
    // ok: java.security.cross-site-scripting
    response.getWriter().println("{\"name\": \"" + request.getParameter("name") + "\"}");
  }

  @Override
  protected void doPut(HttpServletRequest request, HttpServletResponse response) throws IOException {
    long count = Long.parseLong(request.getParameter("count"));
    // ok: java.security.cross-site-scripting
    response.getWriter().println("<p>" + count + "</p>");
  }

  @Override
  protected void doDelete(HttpServletRequest request, HttpServletResponse response) throws IOException {
    response.setContentType("text/plain; charset=" + CHARSET);
    // ok: java.security.cross-site-scripting
    response.getWriter().println("gone: " + request.getParameter("name"));
  }
}
