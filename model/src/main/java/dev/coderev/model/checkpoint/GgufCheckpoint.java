package dev.coderev.model.checkpoint;

import dev.coderev.model.config.ModelConfig;
import dev.coderev.model.gguf.GgufFile;
import dev.coderev.model.tensor.DType;
import dev.coderev.model.tensor.Tensor;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.concurrent.ConcurrentHashMap;

/** A checkpoint that is a GGUF file; its tensors go by the names of directories. */
final class GgufCheckpoint implements Checkpoint {

  private final GgufFile gguf;
  private final TensorMemory memory;
  private final ModelConfig config;
  private final SequencedMap<String, Tensor> stored;
  private final Map<String, Tensor> reordered = new ConcurrentHashMap<>();

  private GgufCheckpoint(
      GgufFile gguf, TensorMemory memory, ModelConfig config, SequencedMap<String, Tensor> stored) {
    this.gguf = gguf;
    this.memory = memory;
    this.config = config;
    this.stored = Collections.unmodifiableSequencedMap(stored);
  }

  static Checkpoint open(Path file) {
    var memory = new TensorMemory();
    try {
      GgufFile gguf = GgufFile.open(file, memory.arena());
      ModelConfig config = GgufConfig.of(gguf);
      var tensors = new LinkedHashMap<String, Tensor>();
      for (Tensor tensor : gguf.tensors().values()) {
        GgufNames.fromGguf(tensor.name()).ifPresent(it -> tensors.put(it, tensor.named(it)));
      }
      RequiredWeights.check(file, config, tensors, name -> Optional.empty());
      return new GgufCheckpoint(gguf, memory, config, tensors);
    } catch (RuntimeException e) {
      memory.close();
      throw e;
    }
  }

  @Override
  public Path source() {
    return gguf.file();
  }

  @Override
  public ModelConfig config() {
    return config;
  }

  @Override
  public SequencedSet<String> names() {
    return stored.sequencedKeySet();
  }

  @Override
  public Optional<Tensor> find(String name) {
    return Optional.ofNullable(stored.get(name)).map(this::inHalvesOrder);
  }

  @Override
  public Optional<DType> dtype(String name) {
    return Optional.ofNullable(stored.get(name)).map(Tensor::dtype);
  }

  private Tensor inHalvesOrder(Tensor tensor) {
    OptionalInt heads = HeadRows.permutedHeads(config, tensor.name());
    if (heads.isEmpty()) {
      return tensor;
    }
    return reordered.computeIfAbsent(
        tensor.name(),
        name -> {
          MemorySegment data = memory.arena().allocate(tensor.data().byteSize(), 64);
          HeadRows.toHalves(tensor.data(), data, tensor.shape(), heads.getAsInt());
          return new Tensor(name, tensor.dtype(), tensor.shape(), data);
        });
  }

  @Override
  public void close() {
    memory.close();
  }
}
