import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

class Folders {
  long lines(Path path) throws IOException {
    // ruleid: java.correctness.file-stream-not-closed
    return Files.lines(path).count();
  }

  List<Path> files(Path folder) throws IOException {
    // ruleid: java.correctness.file-stream-not-closed
    return Files.walk(folder).filter(Files::isRegularFile).toList();
  }

  long closed(Path path) throws IOException {
    try (Stream<String> lines = Files.lines(path)) {
      // ok: java.correctness.file-stream-not-closed
      return lines.count();
    }
  }

  List<String> all(Path path) throws IOException {
    // ok: java.correctness.file-stream-not-closed
    return Files.readAllLines(path).stream().toList();
  }

  Stream<Path> open(Path folder) throws IOException {
    // ok: java.correctness.file-stream-not-closed
    return Files.walk(folder).filter(Files::isRegularFile);
  }
}
