package dev.coderev.benchmarks;

import dev.coderev.model.checkpoint.Checkpoint;
import dev.coderev.model.checkpoint.CheckpointWriter;
import dev.coderev.model.config.ModelConfig;
import dev.coderev.model.config.WeightShapes;
import dev.coderev.model.precision.EncodedTensor;
import dev.coderev.model.precision.Rounding;
import dev.coderev.model.tensor.Shape;
import dev.coderev.model.tensor.Tensor;
import dev.coderev.model.tensor.TensorSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A model that computes what another does, with outlier channels: one input in 64 of each layer
 * comes a power of two stronger out of its norm, and the weights that read it are as much weaker.
 * Powers of two lose nothing in any float type, so both models are one function; large models have
 * such channels of their own, small ones do not.
 */
record StressCopy(Path source, Path target, float factor) {

  private static final int EVERY = 64;

  void write() {
    try (Checkpoint checkpoint = Checkpoint.open(source)) {
      ModelConfig config = checkpoint.config();
      List<TensorSource> tensors = new ArrayList<>();
      WeightShapes.of(config)
          .forEach((name, shape) -> tensors.add(changed(checkpoint.tensor(name), shape)));
      CheckpointWriter.directory(target, config, tensors, CheckpointWriter.nothingElse());
    }
  }

  private TensorSource changed(Tensor tensor, Shape shape) {
    float scale = scale(tensor.name());
    if (scale == 1) {
      return TensorSource.of(tensor);
    }
    float[] values = tensor.toFloats();
    int columns = (int) shape.columns();
    for (int i = 0; i < values.length; i++) {
      values[i] *= i % columns % EVERY == EVERY / 2 ? scale : 1;
    }
    return EncodedTensor.of(
        tensor.name(),
        tensor.dtype(),
        shape,
        (from, into, count) -> System.arraycopy(values, (int) from, into, 0, count),
        new Rounding.Nearest(),
        lost -> {});
  }

  /** What a tensor's outlier columns are multiplied by. */
  private float scale(String name) {
    if (name.endsWith("_layernorm.weight")) {
      return factor;
    }
    boolean reads = name.matches(".*\\.(q_proj|k_proj|v_proj|gate_proj|up_proj)\\.weight");
    return reads ? 1 / factor : 1;
  }
}
