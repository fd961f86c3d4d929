package dev.coderev.training.network;

import dev.coderev.model.checkpoint.Checkpoint;
import dev.coderev.model.config.ModelConfig;
import dev.coderev.model.config.WeightShapes;
import dev.coderev.model.tensor.DType;
import dev.coderev.model.tensor.Shape;
import dev.coderev.model.tensor.Tensor;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;

/** The weights of a network in training as a checkpoint in memory, as they are at that moment. */
public final class LiveCheckpoint implements Checkpoint {

  private final ModelConfig config;
  private final Arena arena;
  private final SequencedMap<String, Tensor> tensors = new LinkedHashMap<>();

  @SuppressWarnings("MustBeClosedChecker") // this type is what closes it
  public LiveCheckpoint(ModelConfig config, Parameters parameters) {
    this.config = config;
    this.arena = Arena.ofShared();
    WeightShapes.of(config)
        .forEach((name, shape) -> tensors.put(name, copy(name, shape, parameters.read(name))));
  }

  private Tensor copy(String name, Shape shape, float[] values) {
    MemorySegment data = arena.allocate((long) Float.BYTES * values.length, 64);
    MemorySegment.copy(values, 0, data, ValueLayout.JAVA_FLOAT, 0, values.length);
    return new Tensor(name, DType.F32, shape, data);
  }

  @Override
  public Path source() {
    return Path.of("memory");
  }

  @Override
  public ModelConfig config() {
    return config;
  }

  @Override
  public SequencedSet<String> names() {
    return new LinkedHashSet<>(tensors.keySet());
  }

  @Override
  public Optional<Tensor> find(String name) {
    return Optional.ofNullable(tensors.get(name));
  }

  @Override
  public void close() {
    arena.close();
  }
}
