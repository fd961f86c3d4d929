import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;

class Failures {
  void show(HttpServletResponse response, Exception e) throws IOException {
    // ruleid: java.security.print-stack-trace-to-response
    e.printStackTrace(response.getWriter());
  }

  void writer(HttpServletResponse response, Exception e) throws IOException {
    PrintWriter out = response.getWriter();
    // ruleid: java.security.print-stack-trace-to-response
    e.printStackTrace(out);
  }

  String text(Exception e) {
    StringWriter text = new StringWriter();
    // ok: java.security.print-stack-trace-to-response
    e.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
