import java.io.IOException;
import java.util.List;

class Archiver {
  private static final String FOLDER = "data";

  Process pack(String folder) throws IOException {
    // ruleid: java.security.shell-command-concatenation
    return new ProcessBuilder("sh", "-c", "tar cf - " + folder).start();
  }

  Process list(String folder) throws IOException {
    // ruleid: java.security.shell-command-concatenation
    return Runtime.getRuntime().exec(new String[] {"cmd.exe", "/c", "dir " + folder});
  }

  Process count(String folder) throws IOException {
    // ruleid: java.security.shell-command-concatenation
    return new ProcessBuilder(List.of("/bin/bash", "-c", "ls | wc -l " + folder)).start();
  }

  Process direct(String folder) throws IOException {
    // ok: java.security.shell-command-concatenation
    return new ProcessBuilder("tar", "cf", "out.tar", folder).start();
  }

  Process constant() throws IOException {
    // ok: java.security.shell-command-concatenation
    return new ProcessBuilder("sh", "-c", "tar cf out.tar " + FOLDER).start();
  }
}
