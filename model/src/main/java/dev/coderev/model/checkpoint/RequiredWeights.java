package dev.coderev.model.checkpoint;

import dev.coderev.model.MalformedFile;
import dev.coderev.model.config.ModelConfig;
import dev.coderev.model.config.WeightShapes;
import dev.coderev.model.tensor.Tensor;
import java.nio.file.Path;
import java.util.Map;

/** The check that a source holds each weight of its configuration, in the right shape. */
final class RequiredWeights {

  private RequiredWeights() {}

  static void check(Path source, ModelConfig config, Map<String, Tensor> tensors) {
    WeightShapes.of(config)
        .forEach((name, shape) -> {
          Tensor tensor = tensors.get(name);
          String part = "tensor " + name;
          if (tensor == null) {
            throw new MalformedFile(source, part, "is missing; its shape would be " + shape);
          }
          if (!tensor.shape().equals(shape)) {
            throw new MalformedFile(
                source,
                part,
                "has shape " + tensor.shape() + ", but the configuration says " + shape);
          }
          if (!tensor.dtype().isFloat() && !tensor.dtype().isBlock()) {
            throw new MalformedFile(
                source, part, "holds " + tensor.dtype() + ", which is no type of weights");
          }
        });
  }
}
