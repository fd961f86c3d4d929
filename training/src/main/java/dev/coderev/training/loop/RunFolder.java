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
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folder of a training run: a Hugging Face checkpoint, and beside its files a folder {@code
 * training} with all that is needed to go on. One process at a time may hold it.
 */
public final class RunFolder implements AutoCloseable {

  private static final String FOLDER = "training";
  private static final String LOCK = "lock";
  private static final String PLAN = "plan.json";
  private static final String STATES = "checkpoints";

  private final Path root;
  private final FileChannel channel;
  private final FileLock lock;

  private RunFolder(Path root, FileChannel channel, FileLock lock) {
    this.root = root;
    this.channel = channel;
    this.lock = lock;
  }

  /**
   * A new run, in a folder that is not there yet or empty. What a run left behind that was ended
   * before it had a plan, and so cannot be gone on with, is taken away.
   */
  public static RunFolder create(Path root) {
    try {
      if (isLeftBehind(root)) {
        RunFolder folder = held(root);
        folder.clear();
        return folder;
      }
      if (Files.exists(root) && !children(root).isEmpty()) {
        throw new TrainingException(
            root + " is not empty; --resume goes on with a run, a new run needs a new folder");
      }
      Files.createDirectories(root.resolve(FOLDER));
      return held(root);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make " + root + ": " + e.getMessage(), e);
    }
  }

  /** A run that was begun before. */
  public static RunFolder resume(Path root) {
    if (!Files.exists(root.resolve(FOLDER).resolve(PLAN))) {
      throw new TrainingException(root + " holds no training run that could be resumed");
    }
    try {
      return held(root);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot open " + root + ": " + e.getMessage(), e);
    }
  }

  private static boolean isLeftBehind(Path root) {
    Path folder = root.resolve(FOLDER);
    return Files.exists(folder.resolve(LOCK))
        && !Files.exists(folder.resolve(PLAN))
        && !Files.exists(folder.resolve(STATES));
  }

  /** Leaves nothing but the lock. */
  private void clear() throws IOException {
    for (Path child : children(root)) {
      if (!child.equals(root.resolve(FOLDER))) {
        Staging.remove(child);
      }
    }
    for (Path child : children(root.resolve(FOLDER))) {
      if (!child.equals(file(LOCK))) {
        Staging.remove(child);
      }
    }
  }

  private static List<Path> children(Path folder) throws IOException {
    try (Stream<Path> children = Files.list(folder)) {
      return children.toList();
    }
  }

  private static RunFolder held(Path root) throws IOException {
    FileChannel channel =
        FileChannel.open(
            root.resolve(FOLDER).resolve(LOCK),
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
    return root.resolve(FOLDER).resolve(name);
  }

  Path checkpoints() {
    return file(STATES);
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

  /** Takes the run away again, unless something was saved that it could go on from. */
  public void discardUnlessSaved() {
    if (Files.exists(checkpoints()) || Files.exists(root.resolve(RunExport.MODEL))) {
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
