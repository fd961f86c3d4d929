package dev.coderev.training.coded;

import dev.coderev.model.checkpoint.Checkpoint;
import dev.coderev.model.config.WeightShapes;
import dev.coderev.model.convert.Repacking;
import dev.coderev.model.quantized.QuantizedWeight;
import dev.coderev.model.tensor.Shape;
import dev.coderev.training.TrainingException;
import dev.coderev.training.network.Lens;
import dev.coderev.training.network.Parameters;
import dev.coderev.training.torch.Compute;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.pytorch.Tensor;

/**
 * The quantized weights of a checkpoint as a network in training sees them: the numbers that the
 * checkpoint's own codes can stand for, and no others. Each weight brings a vector of changes of
 * its scales, which is learnt with it.
 */
public final class CodedWeights implements Lens, AutoCloseable {

  private static final String CHANGE = ".scale_change";

  private final Path source;
  private final Map<String, CodedWeight> weights = new LinkedHashMap<>();

  private CodedWeights(Path source) {
    this.source = source;
  }

  /** The grids of a checkpoint that has some. */
  public static CodedWeights of(Checkpoint checkpoint, Compute compute) {
    var coded = new CodedWeights(checkpoint.source());
    try {
      for (String name : WeightShapes.of(checkpoint.config()).keySet()) {
        checkpoint
            .quantized(name)
            .ifPresent(it -> coded.weights.put(name, CodedWeight.of(name, it, compute)));
      }
      if (coded.weights.isEmpty()) {
        throw new TrainingException(checkpoint.source() + " holds no quantized weights");
      }
      return coded;
    } catch (RuntimeException e) {
      coded.close();
      throw e;
    }
  }

  /** The vectors of changes by name, which begin at 0. */
  public Map<String, Shape> changes() {
    var shapes = new LinkedHashMap<String, Shape>();
    weights.forEach((name, weight) -> {
      if (weight.movable() > 0) {
        shapes.put(name + CHANGE, Shape.of(weight.movable()));
      }
    });
    return shapes;
  }

  /**
   * The numbers next to some that get the codes which the checkpoint has; the numbers themselves
   * where the checkpoint has none.
   */
  public float[] inCells(String name, float[] own) {
    return Optional.ofNullable(weights.get(name)).map(it -> it.inCells(own)).orElse(own);
  }

  @Override
  public Tensor seen(String name, Parameters parameters) {
    Tensor weight = parameters.get(name);
    return Optional.ofNullable(weights.get(name))
        .map(it -> it.seen(weight, change(name, parameters)))
        .orElse(weight);
  }

  private static Optional<Tensor> change(String name, Parameters parameters) {
    return parameters.has(name + CHANGE)
        ? Optional.of(parameters.get(name + CHANGE))
        : Optional.empty();
  }

  /** Writes a checkpoint of the same layout with what was learnt, whole or not at all. */
  public void write(Path target, Parameters learnt) {
    new Repacking(source, target)
        .run(
            new Repacking.Weights() {
              @Override
              public QuantizedWeight quantized(String name, QuantizedWeight before) {
                CodedWeight weight = weights.get(name);
                if (weight == null) {
                  throw new IllegalStateException(name + " was not quantized before");
                }
                return weight.quantized(learnt.get(name), change(name, learnt));
              }

              @Override
              public float[] plain(String name) {
                return learnt.read(name);
              }
            });
  }

  @Override
  public void close() {
    weights.values().forEach(CodedWeight::close);
    weights.clear();
  }
}
