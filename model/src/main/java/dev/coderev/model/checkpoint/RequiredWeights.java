package dev.coderev.model.checkpoint;

import dev.coderev.model.MalformedFile;
import dev.coderev.model.config.ModelConfig;
import dev.coderev.model.config.WeightShapes;
import dev.coderev.model.tensor.Shape;
import dev.coderev.model.tensor.Tensor;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The check that a source holds each weight of its configuration, in the right shape. */
final class RequiredWeights {

  private RequiredWeights() {}

  /**
   * Checks all weights.
   *
   * @param packed the shape of a weight that is stored in parts
   */
  static void check(
      Path source,
      ModelConfig config,
      Map<String, Tensor> tensors,
      Function<String, Optional<Shape>> packed) {
    WeightShapes.of(config)
        .forEach((name, shape) -> {
          String part = "tensor " + name;
          Tensor tensor = tensors.get(name);
          Optional<Shape> joined = packed.apply(name);
          Shape found =
              joined
                  .or(() -> Optional.ofNullable(tensor).map(Tensor::shape))
                  .orElseThrow(() ->
                      new MalformedFile(source, part, "is missing; its shape would be " + shape));
          if (!found.equals(shape)) {
            throw new MalformedFile(
                source, part, "has shape " + found + ", but the configuration says " + shape);
          }
          if (joined.isEmpty()
              && tensor != null
              && !tensor.dtype().isFloat()
              && !tensor.dtype().isBlock()) {
            throw new MalformedFile(
                source, part, "holds " + tensor.dtype() + ", which is no type of weights");
          }
        });
  }
}
