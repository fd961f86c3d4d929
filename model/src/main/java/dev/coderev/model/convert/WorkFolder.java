package dev.coderev.model.convert;

import dev.coderev.model.ModelException;
import dev.coderev.model.checkpoint.Staging;
import dev.coderev.model.safetensors.SafetensorsFile;
import dev.coderev.model.safetensors.SafetensorsWriter;
import dev.coderev.model.tensor.TensorSource;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The folder beside an unfinished directory that holds the layers that are done and what the texts
 * are after them, so that a killed run goes on. What has its name is whole.
 *
 * <pre>
 * plan.txt                  what is made, from what
 * layer-00003.safetensors   the tensors of a layer, and its report
 * hidden-00004.f32          what the texts are before layer 4
 * </pre>
 */
final class WorkFolder implements AutoCloseable {

  private final Path folder;
  private final FileChannel lock;

  private WorkFolder(Path folder, FileChannel lock) {
    this.folder = folder;
    this.lock = lock;
  }

  /** The folder of a target: a new one, or that of a killed run with the same plan. */
  static WorkFolder open(Path target, String plan) throws IOException {
    Path absolute = target.toAbsolutePath().normalize();
    if (Files.exists(absolute)) {
      throw new ModelException(target + " exists already; give a new name or remove it");
    }
    Path folder = absolute.resolveSibling("." + absolute.getFileName() + ".unfinished");
    Files.createDirectories(folder);
    FileChannel channel =
        FileChannel.open(
            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() == null) {
        throw new ModelException("another process is making " + target);
      }
      Path file = folder.resolve("plan.txt");
      if (!Files.exists(file)) {
        Path part = folder.resolve("plan.part");
        Files.writeString(part, plan);
        settle(part, file);
      } else if (!Files.readString(file).equals(plan)) {
        throw new ModelException(
            folder + " is of an interrupted run with other settings; remove it to begin again");
      }
      return new WorkFolder(folder, channel);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  /** How many layers are done: the first of which is wanted next. */
  int layersDone() {
    int layers = 0;
    while (Files.exists(layer(layers))) {
      layers++;
    }
    return layers > 0 && !Files.exists(hidden(layers)) ? layers - 1 : layers;
  }

  private Path layer(int index) {
    return folder.resolve(String.format(Locale.ROOT, "layer-%05d.safetensors", index));
  }

  /** The file of what the texts are before a layer. */
  Path hidden(int layer) {
    return folder.resolve(String.format(Locale.ROOT, "hidden-%05d.f32", layer));
  }

  /** A file that gets the name of {@link #hidden} when it is whole. */
  Path unfinishedHidden() {
    return folder.resolve("hidden.part");
  }

  /** Keeps what the texts are before a layer, and forgets what they were before the last. */
  void keepHidden(int layer) throws IOException {
    settle(unfinishedHidden(), hidden(layer));
    if (layer > 0) {
      Files.deleteIfExists(hidden(layer - 1));
    }
  }

  void keepLayer(int index, List<TensorSource> tensors, String report) throws IOException {
    Path part = folder.resolve("layer.part");
    Files.deleteIfExists(part);
    SafetensorsWriter.write(part, tensors, Map.of("report", report));
    settle(part, layer(index));
  }

  SafetensorsFile openLayer(int index, Arena arena) {
    return SafetensorsFile.open(layer(index), arena);
  }

  private static void settle(Path part, Path whole) throws IOException {
    try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Removes the folder; what was made stands elsewhere. */
  void remove() throws IOException {
    lock.close();
    Staging.remove(folder);
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }
}
