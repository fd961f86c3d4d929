package dev.coderev.model.checkpoint;

import dev.coderev.model.MalformedFile;
import dev.coderev.model.config.ConfigReader;
import dev.coderev.model.config.ModelConfig;
import dev.coderev.model.config.WeightShapes;
import dev.coderev.model.json.JsonObject;
import dev.coderev.model.quantized.QuantizedWeight;
import dev.coderev.model.safetensors.SafetensorsShards;
import dev.coderev.model.tensor.DType;
import dev.coderev.model.tensor.Tensor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.concurrent.ConcurrentHashMap;

/** A checkpoint that is a directory with config.json and safetensors files. */
final class HuggingFaceDirectory implements Checkpoint {

  static final String CONFIG = "config.json";

  private final Path source;
  private final TensorMemory memory;
  private final ModelConfig config;
  private final SequencedMap<String, Tensor> tensors;
  private final Optional<PackedDirectory> packed;
  private final Map<String, Tensor> unpacked = new ConcurrentHashMap<>();

  private HuggingFaceDirectory(
      Path source,
      TensorMemory memory,
      ModelConfig config,
      SequencedMap<String, Tensor> tensors,
      Optional<PackedDirectory> packed) {
    this.source = source;
    this.memory = memory;
    this.config = config;
    this.tensors = tensors;
    this.packed = packed;
  }

  static Checkpoint open(Path directory) {
    Path file = directory.resolve(CONFIG);
    if (!Files.exists(file)) {
      throw new MalformedFile(directory, "holds no " + CONFIG);
    }
    ModelConfig config = ConfigReader.read(file);
    var memory = new TensorMemory();
    try {
      SequencedMap<String, Tensor> tensors = SafetensorsShards.open(directory, memory.arena());
      Optional<PackedDirectory> packed =
          PackedDirectory.of(directory, JsonObject.read(file), tensors, plain(config));
      RequiredWeights.check(
          directory, config, tensors, name -> packed.flatMap(it -> it.shape(name)));
      return new HuggingFaceDirectory(directory, memory, config, tensors, packed);
    } catch (RuntimeException e) {
      memory.close();
      throw e;
    }
  }

  private static DType plain(ModelConfig config) {
    return switch (config.dtype()) {
      case F32, F16, BF16 -> config.dtype();
      default -> DType.BF16;
    };
  }

  @Override
  public Path source() {
    return source;
  }

  @Override
  public ModelConfig config() {
    return config;
  }

  /** A packed weight goes by one name, whatever its parts are called. */
  @Override
  public SequencedSet<String> names() {
    var names = new LinkedHashSet<String>();
    for (String name : tensors.keySet()) {
      names.add(packed.map(it -> it.whole(name)).orElse(name));
    }
    return Collections.unmodifiableSequencedSet(names);
  }

  @Override
  public Optional<String> quantization() {
    return packed.flatMap(it ->
        WeightShapes.of(config).keySet().stream()
            .filter(name -> it.shape(name).isPresent())
            .findFirst()
            .map(it::words));
  }

  @Override
  public Optional<Tensor> find(String name) {
    return unpack(name).or(() -> Optional.ofNullable(tensors.get(name)));
  }

  @Override
  public Optional<DType> dtype(String name) {
    return packed.flatMap(it -> it.shape(name)).isPresent()
        ? Optional.empty()
        : Optional.ofNullable(tensors.get(name)).map(Tensor::dtype);
  }

  @Override
  public long fileBytes(String name) {
    String layer = name.substring(0, name.lastIndexOf('.') + 1);
    return tensors.values().stream()
        .filter(it -> it.name().startsWith(layer))
        .mapToLong(it -> it.data().byteSize())
        .sum();
  }

  @Override
  public Optional<QuantizedWeight> quantized(String name) {
    return packed.filter(it -> it.shape(name).isPresent()).map(it -> it.weight(name));
  }

  private Optional<Tensor> unpack(String name) {
    return packed
        .filter(it -> it.shape(name).isPresent())
        .map(it -> unpacked.computeIfAbsent(name, absent -> it.unpack(absent, memory)));
  }

  @Override
  public void close() {
    memory.close();
  }
}
