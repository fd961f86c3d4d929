package dev.coderev.model.checkpoint;

import dev.coderev.model.MalformedFile;
import dev.coderev.model.config.ConfigReader;
import dev.coderev.model.config.ModelConfig;
import dev.coderev.model.safetensors.SafetensorsShards;
import dev.coderev.model.tensor.Tensor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;

/** A checkpoint that is a directory with config.json and safetensors files. */
final class HuggingFaceDirectory implements Checkpoint {

  static final String CONFIG = "config.json";

  private final Path source;
  private final TensorMemory memory;
  private final ModelConfig config;
  private final SequencedMap<String, Tensor> tensors;

  private HuggingFaceDirectory(
      Path source, TensorMemory memory, ModelConfig config, SequencedMap<String, Tensor> tensors) {
    this.source = source;
    this.memory = memory;
    this.config = config;
    this.tensors = Collections.unmodifiableSequencedMap(tensors);
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
      RequiredWeights.check(directory, config, tensors);
      return new HuggingFaceDirectory(directory, memory, config, tensors);
    } catch (RuntimeException e) {
      memory.close();
      throw e;
    }
  }

  @Override
  public Path source() {
    return source;
  }

  @Override
  public ModelConfig config() {
    return config;
  }

  @Override
  public SequencedSet<String> names() {
    return tensors.sequencedKeySet();
  }

  @Override
  public Optional<Tensor> find(String name) {
    return Optional.ofNullable(tensors.get(name));
  }

  @Override
  public void close() {
    memory.close();
  }
}
