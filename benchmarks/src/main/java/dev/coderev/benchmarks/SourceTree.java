package dev.coderev.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A folder of Java sources.
 *
 * @param files the Java files below it, in order
 * @param bytes of all of them
 */
record SourceTree(Path root, List<Path> files, long bytes) {
  private static final String MODULE = "java.base/";

  SourceTree {
    files = List.copyOf(files);
  }

  static SourceTree at(Path root) throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      List<Path> files =
          all.filter(Files::isRegularFile)
              .filter(file -> file.toString().endsWith(".java"))
              .sorted()
              .toList();
      return new SourceTree(root, files, files.stream().mapToLong(SourceTree::size).sum());
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The sources of {@code java.base} that a JDK carries, unpacked below {@code target}. */
  static SourceTree unpacked(Path archive, Path target) throws IOException {
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      for (ZipEntry entry : (Iterable<ZipEntry>) zip.stream().map(ZipEntry.class::cast)::iterator) {
        if (entry.getName().startsWith(MODULE) && entry.getName().endsWith(".java")) {
          Path file = target.resolve(entry.getName()).normalize();
          if (!file.startsWith(target)) {
            throw new IOException(archive + " has an entry outside of itself: " + entry.getName());
          }
          Files.createDirectories(file.getParent());
          try (InputStream in = zip.getInputStream(entry)) {
            Files.copy(in, file);
          }
        }
      }
    }
    return at(target);
  }

  /** Every {@code step}th file, copied below {@code target} under the same names. */
  void copyEvery(int step, Path target) throws IOException {
    for (int i = 0; i < files.size(); i += step) {
      Path file = files.get(i);
      Path copy = target.resolve(root.relativize(file).toString());
      Files.createDirectories(copy.getParent());
      Files.copy(file, copy);
    }
  }

  /** Removes a folder with all that is in it. */
  static void delete(Path folder) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path emptied, IOException failure)
              throws IOException {
            Files.delete(emptied);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
