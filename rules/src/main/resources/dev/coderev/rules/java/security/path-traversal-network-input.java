import java.io.BufferedReader;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;

class FileServer {
  private static final File ROOT = new File("shared");

  void serve(Socket socket) throws IOException {
    BufferedReader lines = new BufferedReader(new InputStreamReader(socket.getInputStream()));
    String name = lines.readLine();
    // ruleid: java.security.path-traversal-network-input
    FileInputStream open = new FileInputStream("shared/" + name);
    open.close();
    // ok: java.security.path-traversal-network-input
    FileInputStream last = new FileInputStream("shared/" + new File(name).getName());
    last.close();
    File inside = new File(ROOT, name);
    if (inside.getCanonicalPath().startsWith(ROOT.getCanonicalPath() + File.separator)) {
      // ok: java.security.path-traversal-network-input
      new FileInputStream(inside).close();
    }
  }
}
