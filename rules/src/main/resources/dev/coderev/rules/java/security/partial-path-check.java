import java.io.File;
import java.io.IOException;

class Storage {
  private final File folder = new File("/srv/data");

  boolean holds(File file) throws IOException {
    // ruleid: java.security.partial-path-check
    return file.getCanonicalPath().startsWith(folder.getCanonicalPath());
  }

  void refuse(File file) throws IOException {
    String top = folder.getAbsolutePath();
    String path = file.getAbsolutePath();
    // ruleid: java.security.partial-path-check
    if (!path.startsWith(top)) {
      throw new IOException("outside");
    }
  }

  boolean withSeparator(File file) throws IOException {
    // ok: java.security.partial-path-check
    return file.getCanonicalPath().startsWith(folder.getCanonicalPath() + File.separator);
  }

  boolean laterAdded(File file) throws IOException {
    String top = folder.getCanonicalPath();
    top += File.separator;
    // ok: java.security.partial-path-check
    return file.getCanonicalPath().startsWith(top);
  }

  boolean asPath(File file) throws IOException {
    // ok: java.security.partial-path-check
    return file.toPath().normalize().startsWith(folder.toPath());
  }
}
