package ledger;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.owasp.encoder.Encode;

/** Hands out the account statements of a folder. */
public final class StatementServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private final transient Path folder;
  private final transient SecureRandom random = new SecureRandom();

  public StatementServlet(Path folder) {
    this.folder = folder.normalize();
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Path file = folder.resolve(request.getParameter("name")).normalize();
    if (!file.startsWith(folder) || !Files.isRegularFile(file)) {
      response.sendError(404, "no such statement");
      return;
    }
    response.setContentType("application/pdf");
    Files.copy(file, response.getOutputStream());
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
    byte[] bytes = new byte[16];
    random.nextBytes(bytes);
    String receipt = HexFormat.of().formatHex(bytes);
    String title = Encode.forHtml(request.getParameter("title"));
    response.getWriter().println("<p>" + title + ": " + receipt + "</p>");
  }
}
