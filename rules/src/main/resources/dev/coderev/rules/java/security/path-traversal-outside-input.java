import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;

class Attachments {
  InputStream open(ResultSet row) throws IOException, SQLException {
    // ruleid: java.security.path-traversal-outside-input
    return new FileInputStream("attachments/" + row.getString("name"));
  }

  InputStream lastPartOnly(ResultSet row) throws IOException, SQLException {
    // ok: java.security.path-traversal-outside-input
    return new FileInputStream("attachments/" + Path.of(row.getString("name")).getFileName());
  }

  InputStream configured() throws IOException {
    // ruleid: java.security.path-traversal-outside-input
    return new FileInputStream(System.getenv("ATTACHMENT"));
  }
}
