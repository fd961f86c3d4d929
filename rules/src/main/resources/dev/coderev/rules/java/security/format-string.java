import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Formatter;
import java.util.Locale;

class Greetings {
  String greet(HttpServletRequest request) {
    String wording = request.getParameter("wording");
    // ruleid: java.security.format-string
    return String.format(wording, 7);
  }

  void print(HttpServletRequest request, HttpServletResponse response) throws IOException {
    // ruleid: java.security.format-string
    response.getWriter().append(new Formatter().format(Locale.ROOT, request.getHeader("Layout")).toString());
    // ruleid: java.security.format-string
    System.out.printf(request.getHeader("Layout"));
  }

  String late(HttpServletRequest request) {
    // ruleid: java.security.format-string
    return request.getParameter("wording").formatted(1, 2);
  }

  String fixed(HttpServletRequest request) {
    // ok: java.security.format-string
    return String.format("Dear %s", request.getParameter("name"));
  }

  String localized(HttpServletRequest request) {
    // ok: java.security.format-string
    return String.format(Locale.ROOT, "%s", request.getParameter("name"));
  }
}
