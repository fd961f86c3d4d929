package dev.coderev.model.checkpoint;

import dev.coderev.model.config.ModelConfig;
import dev.coderev.model.tensor.DType;
import dev.coderev.model.tensor.Shape;
import dev.coderev.model.tensor.Tensor;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;

/** A checkpoint some of whose tensors are others, kept in memory until {@link #forget}. */
public final class ReplacedTensors implements Checkpoint {

  private final Checkpoint source;
  private final Map<String, Tensor> replaced = new HashMap<>();

  /** Collected when no kernel reads it any more: models of a layer come and go. */
  private Arena arena = Arena.ofAuto();

  public ReplacedTensors(Checkpoint source) {
    this.source = source;
  }

  /** Gives a tensor other values from now on. */
  public void replace(String name, float[] values) {
    Shape shape = tensor(name).shape();
    MemorySegment data = arena.allocate(Float.BYTES * shape.elements(), 64);
    MemorySegment.copy(values, 0, data, ValueLayout.JAVA_FLOAT, 0, values.length);
    replaced.put(name, new Tensor(name, DType.F32, shape, data));
  }

  /** Everything is the source's again. */
  public void forget() {
    replaced.clear();
    arena = Arena.ofAuto();
  }

  @Override
  public Path source() {
    return source.source();
  }

  @Override
  public ModelConfig config() {
    return source.config();
  }

  @Override
  public SequencedSet<String> names() {
    return source.names();
  }

  @Override
  public Optional<Tensor> find(String name) {
    return Optional.ofNullable(replaced.get(name)).or(() -> source.find(name));
  }

  /** The source stays open; it is not this checkpoint's. */
  @Override
  public void close() {
    forget();
  }
}
