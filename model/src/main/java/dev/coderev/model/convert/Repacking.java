package dev.coderev.model.convert;

import dev.coderev.model.ModelException;
import dev.coderev.model.checkpoint.Checkpoint;
import dev.coderev.model.checkpoint.CheckpointWriter;
import dev.coderev.model.config.ModelConfig;
import dev.coderev.model.config.WeightShapes;
import dev.coderev.model.json.JsonObject;
import dev.coderev.model.packing.Packings;
import dev.coderev.model.packing.WeightPacking;
import dev.coderev.model.precision.EncodedTensor;
import dev.coderev.model.precision.Rounding;
import dev.coderev.model.quantized.QuantizedWeight;
import dev.coderev.model.tensor.DType;
import dev.coderev.model.tensor.Shape;
import dev.coderev.model.tensor.TensorSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A directory of quantized weights written once more, in the same layout, with other codes and
 * scales and other plain weights.
 */
public record Repacking(Path source, Path target) {

  /** Where the new weights come from. */
  public interface Weights {

    /** In place of a weight of few bits; of the same kind and shape. */
    QuantizedWeight quantized(String name, QuantizedWeight before);

    /** In place of a weight that is not quantized. */
    float[] plain(String name);
  }

  /** Writes the target, whole or not at all. */
  public void run(Weights weights) {
    try (Checkpoint checkpoint = Checkpoint.open(source)) {
      ModelConfig config = checkpoint.config();
      WeightPacking packing =
          JsonObject.read(source.resolve("config.json"))
              .object("quantization_config")
              .map(Packings::of)
              .orElseThrow(() -> new ModelException(source + " holds no quantized weights"));
      CheckpointWriter.directory(
          target,
          config,
          packing,
          staged -> tensors(checkpoint, packing, weights),
          staged -> Quantization.besideWeights(source, staged, config, packing));
    }
  }

  private static List<TensorSource> tensors(
      Checkpoint checkpoint, WeightPacking packing, Weights weights) {
    var tensors = new ArrayList<TensorSource>();
    WeightShapes.of(checkpoint.config())
        .forEach((name, shape) ->
            checkpoint
                .quantized(name)
                .ifPresentOrElse(
                    before -> tensors.addAll(packing.split(name, weights.quantized(name, before))),
                    () ->
                        tensors.add(
                            plain(
                                name,
                                checkpoint.tensor(name).dtype(),
                                shape,
                                weights.plain(name)))));
    return tensors;
  }

  private static TensorSource plain(String name, DType type, Shape shape, float[] values) {
    return EncodedTensor.of(
        name,
        type,
        shape,
        (from, into, count) -> System.arraycopy(values, (int) from, into, 0, count),
        new Rounding.Nearest(),
        lost -> {});
  }
}
