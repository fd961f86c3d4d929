import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

class Unpacker {
  void all(ZipInputStream in, Path target) throws IOException {
    ZipEntry entry;
    while ((entry = in.getNextEntry()) != null) {
      Path file = target.resolve(entry.getName());
      // ruleid: java.security.zip-slip
      Files.copy(in, file);
    }
  }

  void first(ZipInputStream in, File target) throws IOException {
    ZipEntry entry = in.getNextEntry();
    File file = new File(target, entry.getName());
    // ruleid: java.security.zip-slip
    try (FileOutputStream out = new FileOutputStream(file)) {
      in.transferTo(out);
    }
  }

  void checked(ZipInputStream in, Path target) throws IOException {
    ZipEntry entry = in.getNextEntry();
    Path file = target.resolve(entry.getName()).normalize();
    if (!file.startsWith(target)) {
      throw new IOException("entry outside of the target folder");
    }
    // ok: java.security.zip-slip
    Files.copy(in, file);
  }

  void canonical(ZipInputStream in, File target) throws IOException {
    ZipEntry entry = in.getNextEntry();
    File file = new File(target, entry.getName());
    if (!file.getCanonicalPath().startsWith(target.getCanonicalPath() + File.separator)) {
      throw new IOException("entry outside of the target folder");
    }
    // ok: java.security.zip-slip
    new FileOutputStream(file).close();
  }

  void flat(ZipFile zip, ZipEntry entry, Path target) throws IOException {
    String name = Path.of(entry.getName()).getFileName().toString();
    // ok: java.security.zip-slip
    Files.copy(zip.getInputStream(entry), target.resolve(name));
  }

  void sized(ZipFile zip, ZipEntry entry, Path target) throws IOException {
    // ok: java.security.zip-slip
    Files.write(target.resolve("size.txt"), String.valueOf(entry.getSize()).getBytes());
  }
}
