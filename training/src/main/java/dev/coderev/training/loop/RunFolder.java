package dev.coderev.training.loop;

import dev.coderev.model.checkpoint.Staging;
import dev.coderev.model.json.Json;
import dev.coderev.model.json.JsonObject;
import dev.coderev.model.json.JsonWriter;
import dev.coderev.training.TrainingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folder of a training run: a Hugging Face checkpoint, and beside its files a folder {@code
 * training} with all that is needed to go on. One process at a time may hold it.
 */
public final class RunFolder implements AutoCloseable {

  private final Path root;
  private final FileChannel channel;
  private final FileLock lock;

  private RunFolder(Path root, FileChannel channel, FileLock lock) {
    this.root = root;
    this.channel = channel;
    this.lock = lock;
  }

  /** A new run, in a folder that is not there yet or empty. */
  public static RunFolder create(Path root) {
    try {
      if (Files.exists(root) && !isEmpty(root)) {
        throw new TrainingException(
            root + " is not empty; --resume goes on with a run, a new run needs a new folder");
      }
      Files.createDirectories(root.resolve("training"));
      return held(root);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make " + root + ": " + e.getMessage(), e);
    }
  }

  /** A run that was begun before. */
  public static RunFolder resume(Path root) {
    if (!Files.exists(root.resolve("training").resolve("plan.json"))) {
      throw new TrainingException(root + " holds no training run that could be resumed");
    }
    try {
      return held(root);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot open " + root + ": " + e.getMessage(), e);
    }
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> children = Files.list(folder)) {
      return children.findAny().isEmpty();
    }
  }

  private static RunFolder held(Path root) throws IOException {
    FileChannel channel =
        FileChannel.open(
            root.resolve("training").resolve("lock"),
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE);
    @Nullable FileLock lock = channel.tryLock();
    if (lock == null) {
      channel.close();
      throw new TrainingException(root + " is being trained by another process");
    }
    return new RunFolder(root, channel, lock);
  }

  public Path root() {
    return root;
  }

  /** A file of the run. */
  public Path file(String name) {
    return root.resolve("training").resolve(name);
  }

  Path checkpoints() {
    return file("checkpoints");
  }

  public void write(String name, Json json) {
    replace(file(name), staged -> JsonWriter.write(staged, json));
  }

  public JsonObject read(String name) {
    return JsonObject.read(file(name));
  }

  public boolean has(String name) {
    return Files.exists(file(name));
  }

  /** Writes a file anew; whoever looks sees the old one or the new one, whole. */
  public void replace(Path file, Staging.Step step) {
    Path staged = file.resolveSibling("." + file.getFileName() + ".part");
    try {
      Files.deleteIfExists(staged);
      step.write(staged);
      Files.move(staged, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
    }
  }

  /** Takes the run away again, unless a state was saved that it could go on from. */
  public void discardUnlessSaved() {
    if (Files.exists(checkpoints())) {
      return;
    }
    try {
      Staging.remove(root);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove " + root + ": " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    try (channel) {
      lock.release();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot let go of " + root, e);
    }
  }
}
