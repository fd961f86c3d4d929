import java.io.FileOutputStream;
import java.io.FileWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class Dumps {
  void write(byte[] data) throws IOException {
    // ruleid: java.security.predictable-temporary-path
    new FileOutputStream("/tmp/dump.bin").close();
    // ruleid: java.security.predictable-temporary-path
    new FileWriter("/var/tmp/dump.txt", true).close();
    // ruleid: java.security.predictable-temporary-path
    Files.write(Path.of("/tmp/dump.bin"), data);
    // ok: java.security.predictable-temporary-path
    Files.write(Files.createTempFile("dump", ".bin"), data);
    // ok: java.security.predictable-temporary-path
    new FileOutputStream("/srv/dumps/dump.bin").close();
    // ok: java.security.predictable-temporary-path
    Files.readAllBytes(Path.of("/tmp/dump.bin"));
  }
}
