import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.owasp.encoder.Encode;

class Comments {
  void show(ResultSet comment, HttpServletResponse response) throws IOException, SQLException {
    String text = comment.getString("text");
    // ruleid: java.security.stored-xss
    response.getWriter().println("<p>" + text + "</p>");
    // ok: java.security.stored-xss
    response.getWriter().println("<p>" + Encode.forHtml(text) + "</p>");
    int likes = Integer.parseInt(comment.getString("likes"));
    // ok: java.security.stored-xss
    response.getWriter().println("<b>" + likes + "</b>");
  }
}
