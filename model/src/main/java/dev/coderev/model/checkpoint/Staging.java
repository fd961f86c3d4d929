package dev.coderev.model.checkpoint;

import dev.coderev.model.ModelException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/**
 * Writing beside the target and moving into place when all is written and on disk, so that what
 * stands under the target's name is whole or not there.
 */
public final class Staging {

  private Staging() {}

  /** What is to be written, at a path that does not exist yet. */
  @FunctionalInterface
  public interface Step {
    void write(Path staged) throws IOException;
  }

  /** Makes a directory; the step finds it empty. */
  public static void directory(Path target, Step step) {
    stage(
        target,
        staged -> {
          Files.createDirectory(staged);
          step.write(staged);
          force(staged);
        });
  }

  /** Makes a file; the step creates it. */
  public static void file(Path target, Step step) {
    stage(target, step);
  }

  private static void stage(Path target, Step step) {
    Path absolute = target.toAbsolutePath().normalize();
    Path parent = absolute.getParent();
    if (parent == null || Files.exists(absolute)) {
      throw new ModelException(target + " exists already; give a new name or remove it");
    }
    Path staged =
        parent.resolve("." + absolute.getFileName() + ".part" + ProcessHandle.current().pid());
    try {
      Files.createDirectories(parent);
      remove(staged);
      step.write(staged);
      move(staged, absolute);
      force(parent);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + target + ": " + e.getMessage(), e);
    } finally {
      removeQuietly(staged);
    }
  }

  private static void move(Path staged, Path target) throws IOException {
    try {
      Files.move(staged, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(staged, target);
    }
  }

  /** Where directories can be forced to disk, their entries are. */
  private static void force(Path directory) {
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      // Windows opens no directory; its file system keeps the order of renames itself.
      return;
    }
  }

  private static void removeQuietly(Path staged) {
    try {
      remove(staged);
    } catch (IOException e) {
      staged.toFile().deleteOnExit();
    }
  }

  /** Removes a file, or a directory with all that is in it, when it is there. */
  public static void remove(Path path) throws IOException {
    if (!Files.exists(path)) {
      return;
    }
    Files.walkFileTree(
        path,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException error)
              throws IOException {
            if (error != null) {
              throw error;
            }
            Files.delete(directory);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
