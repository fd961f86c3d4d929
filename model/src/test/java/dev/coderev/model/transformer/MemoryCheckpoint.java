package dev.coderev.model.transformer;

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
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SequencedSet;

/** A checkpoint of random F32 weights in memory. */
public final class MemoryCheckpoint implements Checkpoint {

  private final ModelConfig config;
  private final Map<String, Tensor> tensors = new LinkedHashMap<>();

  public MemoryCheckpoint(ModelConfig config, long seed) {
    this.config = config;
    var random = new Random(seed);
    WeightShapes.of(config)
        .forEach((name, shape) -> tensors.put(name, random(random, name, shape)));
  }

  private static Tensor random(Random random, String name, Shape shape) {
    var values = new float[(int) shape.elements()];
    double deviation = 1 / Math.sqrt((double) shape.columns());
    for (int i = 0; i < values.length; i++) {
      double value = random.nextGaussian();
      values[i] =
          (float)
              (name.contains("norm")
                  ? 1 + 0.1 * value
                  : name.endsWith("bias")
                      ? 0.3 * value
                      : name.contains("embed") ? value : value * deviation);
    }
    return floats(name, shape, values);
  }

  void replace(String name, float[] values) {
    tensors.put(name, floats(name, tensors.get(name).shape(), values));
  }

  static Tensor floats(String name, Shape shape, float[] values) {
    MemorySegment data = Arena.ofAuto().allocate(values.length * 4L);
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
  public Tensor tensor(String name) {
    return find(name).orElseThrow();
  }

  @Override
  public void close() {}
}
