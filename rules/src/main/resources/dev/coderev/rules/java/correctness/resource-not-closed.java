import java.io.BufferedInputStream;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;

class Blobs {
  private InputStream kept;

  int first(File file) throws IOException {
    // ruleid: java.correctness.resource-not-closed
    FileInputStream in = new FileInputStream(file);
    return in.read();
  }

  void write(Path path, byte[] data) throws IOException {
    // ruleid: java.correctness.resource-not-closed
    OutputStream out = Files.newOutputStream(path);
    out.write(data);
    out.flush();
  }

  int closed(File file) throws IOException {
    // ok: java.correctness.resource-not-closed
    try (FileInputStream in = new FileInputStream(file)) {
      return in.read();
    }
  }

  int late(File file) throws IOException {
    // ok: java.correctness.resource-not-closed
    RandomAccessFile in = new RandomAccessFile(file, "r");
    try {
      return in.read();
    } finally {
      in.close();
    }
  }

  InputStream given(File file) throws IOException {
    // ok: java.correctness.resource-not-closed
    InputStream in = new FileInputStream(file);
    return in;
  }

  InputStream wrapped(File file) throws IOException {
    // ok: java.correctness.resource-not-closed
    InputStream in = new FileInputStream(file);
    return new BufferedInputStream(in);
  }

  void passed(File file) throws IOException {
    // ok: java.correctness.resource-not-closed
    FileOutputStream out = new FileOutputStream(file);
    register(out);
  }

  void stored(File file) throws IOException {
    // ok: java.correctness.resource-not-closed
    InputStream in = new FileInputStream(file);
    this.kept = in;
  }

  void register(FileOutputStream out) {}
}
