import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;

class Header {
  byte[] load(InputStream in, DataInputStream data) throws IOException {
    byte[] bytes = new byte[8];
    // ruleid: java.correctness.ignored-read-count
    in.read(bytes);
    // ruleid: java.correctness.ignored-read-count
    in.read(bytes, 0, 4);
    // ok: java.correctness.ignored-read-count
    int count = in.read(bytes);
    // ok: java.correctness.ignored-read-count
    data.readFully(bytes);
    // ok: java.correctness.ignored-read-count
    in.read();
    // ok: java.correctness.ignored-read-count
    return count < 8 ? in.readNBytes(8) : bytes;
  }
}
