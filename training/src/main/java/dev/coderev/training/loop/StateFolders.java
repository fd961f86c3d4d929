package dev.coderev.training.loop;

import dev.coderev.model.ModelException;
import dev.coderev.model.checkpoint.Staging;
import dev.coderev.model.json.Json;
import dev.coderev.model.json.JsonObject;
import dev.coderev.model.json.JsonWriter;
import dev.coderev.model.safetensors.SafetensorsFile;
import dev.coderev.model.safetensors.SafetensorsWriter;
import dev.coderev.model.tensor.DType;
import dev.coderev.model.tensor.Shape;
import dev.coderev.model.tensor.Tensor;
import dev.coderev.model.tensor.TensorSource;
import dev.coderev.training.TrainingException;
import dev.coderev.training.network.Parameters;
import dev.coderev.training.optimize.AdamW;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The states that a run can go on from: a folder for each, written beside its name, forced to disk
 * and moved into place with the checksums of its files.
 */
final class StateFolders {

  private static final String TENSORS = "state.safetensors";
  private static final String STATE = "state.json";
  private static final String MANIFEST = "manifest.json";
  private static final int KEPT = 3;

  private final Path folder;
  private final Consumer<String> notes;

  /**
   * @param notes is told of states that cannot be used
   */
  StateFolders(Path folder, Consumer<String> notes) {
    this.folder = folder;
    this.notes = notes;
  }

  /** Writes a state; older ones beyond the last few go when it is on disk. */
  void save(TrainingState state, Parameters parameters, AdamW optimizer) {
    Path target = folder.resolve(String.format(Locale.ROOT, "step-%08d", state.step()));
    try {
      Files.createDirectories(folder);
      Staging.remove(target);
      Staging.directory(
          target,
          staged -> {
            var tensors = new ArrayList<TensorSource>();
            for (String name : parameters.shapes().keySet()) {
              tensors.add(source("weight." + name, parameters, parameters.values(), name));
              tensors.add(source("first." + name, parameters, optimizer.first(), name));
              tensors.add(source("second." + name, parameters, optimizer.second(), name));
            }
            SafetensorsWriter.write(staged.resolve(TENSORS), tensors, Map.of());
            write(staged.resolve(STATE), state.json());
            var sums = new LinkedHashMap<String, Json>();
            for (String file : List.of(TENSORS, STATE)) {
              sums.put(file, Json.of(digest(staged.resolve(file))));
            }
            write(staged.resolve(MANIFEST), new Json.Obj(sums));
          });
      List<Path> all = newestFirst();
      for (Path old : all.subList(Math.min(KEPT, all.size()), all.size())) {
        Staging.remove(old);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot save " + target + ": " + e.getMessage(), e);
    }
  }

  private static TensorSource source(
      String name, Parameters parameters, org.bytedeco.pytorch.Tensor vector, String weight) {
    Shape shape = parameters.shapes().getOrDefault(weight, Shape.of());
    return new TensorSource(
        name,
        DType.F32,
        shape,
        out -> {
          float[] floats = parameters.read(vector, weight);
          try (var arena = Arena.ofConfined()) {
            MemorySegment bytes = arena.allocate(4L * floats.length, 64);
            MemorySegment.copy(
                floats,
                0,
                bytes,
                ValueLayout.JAVA_FLOAT.withOrder(ByteOrder.LITTLE_ENDIAN),
                0,
                floats.length);
            TensorSource.write(bytes, out);
          }
        });
  }

  private static void write(Path file, Json json) throws IOException {
    JsonWriter.write(file, json);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  private static String digest(Path file) throws IOException {
    try (InputStream in =
        new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
      in.transferTo(java.io.OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(((DigestInputStream) in).getMessageDigest().digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK knows SHA-256", e);
    }
  }

  /** Reads the newest state that is whole; older ones in turn; none when there is none. */
  Optional<TrainingState> load(Parameters parameters, AdamW optimizer) {
    try {
      for (Path candidate : newestFirst()) {
        if (isWhole(candidate)) {
          return Optional.of(read(candidate, parameters, optimizer));
        }
        notes.accept(candidate.getFileName() + " is damaged and not used");
      }
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + folder + ": " + e.getMessage(), e);
    }
  }

  private static boolean isWhole(Path candidate) throws IOException {
    try {
      JsonObject sums = JsonObject.read(candidate.resolve(MANIFEST));
      for (String file : List.of(TENSORS, STATE)) {
        if (!digest(candidate.resolve(file)).equals(sums.requiredString(file))) {
          return false;
        }
      }
      return true;
    } catch (ModelException | UncheckedIOException | java.nio.file.NoSuchFileException e) {
      return false;
    }
  }

  private static TrainingState read(Path source, Parameters parameters, AdamW optimizer) {
    TrainingState state = TrainingState.of(JsonObject.read(source.resolve(STATE)));
    try (var arena = Arena.ofConfined()) {
      Map<String, Tensor> tensors = SafetensorsFile.open(source.resolve(TENSORS), arena).tensors();
      parameters
          .shapes()
          .forEach((name, shape) -> {
            parameters.write(name, floats(source, tensors, "weight." + name, shape));
            parameters.write(
                optimizer.first(), name, floats(source, tensors, "first." + name, shape));
            parameters.write(
                optimizer.second(), name, floats(source, tensors, "second." + name, shape));
          });
    }
    optimizer.restore(state.updates());
    return state;
  }

  private static float[] floats(
      Path source, Map<String, Tensor> tensors, String name, Shape shape) {
    Tensor tensor = tensors.get(name);
    if (tensor == null || !tensor.shape().equals(shape)) {
      throw new TrainingException(
          source + " does not fit the configuration: " + name + " should have the shape " + shape);
    }
    return tensor.toFloats();
  }

  private List<Path> newestFirst() throws IOException {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> children = Files.list(folder)) {
      return children
          .filter(it -> String.valueOf(it.getFileName()).startsWith("step-"))
          .sorted(Comparator.comparing(Path::getFileName).reversed())
          .toList();
    }
  }
}
