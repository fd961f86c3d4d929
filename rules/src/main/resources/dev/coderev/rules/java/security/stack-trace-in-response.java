import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import org.springframework.http.ResponseEntity;

class StatusServlet extends HttpServlet {
  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
    try {
      check();
    } catch (IllegalStateException e) {
      // ruleid: java.security.stack-trace-in-response
      response.getWriter().println("failed: " + e.getMessage());
      String trace = Arrays.toString(e.getStackTrace());
      // ruleid: java.security.stack-trace-in-response
      response.sendError(500, trace);
      // ok: java.security.stack-trace-in-response
      response.sendError(500, "internal error");
      log(e.getMessage(), e);
    }
  }

  ResponseEntity<String> answer() {
    try {
      check();
      // ok: java.security.stack-trace-in-response
      return ResponseEntity.ok().body("fine");
    } catch (RuntimeException e) {
      // ruleid: java.security.stack-trace-in-response
      return ResponseEntity.internalServerError().body(e.toString());
    }
  }

  private void check() {}
}
