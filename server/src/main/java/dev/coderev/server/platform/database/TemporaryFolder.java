package dev.coderev.server.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder that is gone when its scope ends, with all that is in it. */
public final class TemporaryFolder implements AutoCloseable {
  private static final String NAME = "coderev-";

  private final Path path;

  private TemporaryFolder(Path path) {
    this.path = path;
  }

  static TemporaryFolder in(Path parent) {
    try {
      return new TemporaryFolder(Files.createTempDirectory(parent, NAME));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Path path() {
    return path;
  }

  /** Whether a folder was made here. */
  static boolean isOne(Path folder) {
    return folder.getFileName().toString().startsWith(NAME);
  }

  @Override
  public void close() {
    remove(path);
  }

  static void remove(Path folder) {
    try {
      List<Path> all;
      try (Stream<Path> walk = Files.walk(folder)) {
        all = walk.sorted(Comparator.reverseOrder()).toList();
      }
      for (Path file : all) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
