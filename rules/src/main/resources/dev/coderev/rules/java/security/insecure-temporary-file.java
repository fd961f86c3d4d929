import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class Exports {
  void files(File folder) throws IOException {
    // ruleid: java.security.insecure-temporary-file
    File export = File.createTempFile("export", ".csv");
    // ok: java.security.insecure-temporary-file
    Path better = Files.createTempFile("export", ".csv");
    // ok: java.security.insecure-temporary-file
    File own = File.createTempFile("export", ".csv", folder);
  }
}
