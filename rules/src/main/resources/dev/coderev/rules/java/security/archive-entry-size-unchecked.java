import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipInputStream;

class Bundles {
  void read(ZipInputStream zip, InputStream in) throws IOException {
    // ruleid: java.security.archive-entry-size-unchecked
    zip.readAllBytes();
    // ruleid: java.security.archive-entry-size-unchecked
    new GZIPInputStream(in).readAllBytes();
    // ok: java.security.archive-entry-size-unchecked
    zip.readNBytes(1_000_000);
    // ok: java.security.archive-entry-size-unchecked
    new GZIPInputStream(in).readNBytes(1_000_000);
    // ok: java.security.archive-entry-size-unchecked
    in.readAllBytes();
  }
}
