import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

class Archiver {
  public static void main(String[] args) throws IOException {
    // ruleid: java.security.command-injection-outside-input
    Runtime.getRuntime().exec("tar xf " + args[0]);
    // ok: java.security.command-injection-outside-input
    new ProcessBuilder("tar", "xf", args[0]).start();
    int level = Integer.parseInt(args[1]);
    // ok: java.security.command-injection-outside-input
    Runtime.getRuntime().exec("gzip -" + level + " out.tar");
  }

  void remote(Socket socket) throws IOException {
    BufferedReader reader =
        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    String name = reader.readLine();
    // ruleid: java.security.command-injection-outside-input
    new ProcessBuilder("/bin/sh", "-c", "ls " + name).start();
  }

  void configured() throws IOException {
    Properties settings = new Properties();
    try (FileInputStream in = new FileInputStream("archiver.properties")) {
      settings.load(in);
    }
    // ruleid: java.security.command-injection-outside-input
    Runtime.getRuntime().exec("rsync " + settings.getProperty("target"));
    // ruleid: java.security.command-injection-outside-input
    Runtime.getRuntime().exec("rsync " + System.getenv("ARCHIVE_TARGET"));
    // ok: java.security.command-injection-outside-input
    Runtime.getRuntime().exec(System.getenv("JAVA_HOME") + "/bin/java -version");
    // ok: java.security.command-injection-outside-input
    Runtime.getRuntime().exec("ls " + System.getProperty("java.io.tmpdir"));
  }
}
