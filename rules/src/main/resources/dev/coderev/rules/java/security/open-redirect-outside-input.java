import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;

class Links {
  void follow(ResultSet row, HttpServletResponse response) throws IOException, SQLException {
    // ruleid: java.security.open-redirect-outside-input
    response.sendRedirect(row.getString("target"));
    // ok: java.security.open-redirect-outside-input
    response.sendRedirect("/links?page=" + row.getInt("page"));
  }
}
