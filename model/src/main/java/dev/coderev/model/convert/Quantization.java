package dev.coderev.model.convert;

import dev.coderev.model.ModelException;
import dev.coderev.model.checkpoint.Checkpoint;
import dev.coderev.model.checkpoint.CheckpointWriter;
import dev.coderev.model.config.ModelConfig;
import dev.coderev.model.config.RopeScaling;
import dev.coderev.model.config.WeightShapes;
import dev.coderev.model.json.Json;
import dev.coderev.model.json.JsonWriter;
import dev.coderev.model.kernel.Workers;
import dev.coderev.model.packing.GptqPacking;
import dev.coderev.model.packing.WeightPacking;
import dev.coderev.model.quantizer.Quantizer;
import dev.coderev.model.runtime.RuntimeOptions;
import dev.coderev.model.tensor.DType;
import dev.coderev.model.tensor.Shape;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A checkpoint written as a Hugging Face directory whose linear layers have few bits.
 *
 * <p>One weight is in memory at a time; embeddings, head, norms and biases stay plain. The
 * directory appears whole or not at all.
 *
 * @param calibration what the model reads first, for methods that look at inputs
 */
public record Quantization(
    Path source, Path target, QuantizationRecipe recipe, Optional<Calibration> calibration) {

  /**
   * What became of one weight.
   *
   * @param format how it is stored, for people
   * @param bits that codes, scales and zero points take
   * @param relativeError root of squared error over squared norm
   * @param notes of fallbacks
   */
  public record Quantized(
      String name,
      String format,
      long bits,
      long weights,
      double relativeError,
      List<String> notes) {
    public Quantized {
      notes = List.copyOf(notes);
    }
  }

  /**
   * Quantizes.
   *
   * @param progress is told each weight as it is done
   */
  public List<Quantized> run(Consumer<Quantized> progress) {
    Quantizer quantizer = recipe.quantizer();
    if (quantizer.calibrated() && calibration.isEmpty()) {
      throw new ModelException(recipe.method() + " looks at inputs: give a calibration text");
    }
    try (Checkpoint checkpoint = Checkpoint.open(source);
        var workers = new Workers(RuntimeOptions.defaults().threads())) {
      ModelConfig config = checkpoint.config();
      check(checkpoint);
      DType plain = recipe.plain(config.dtype());
      WeightPacking packing = recipe.packing(plain);
      try (var tensors =
          new QuantizedTensors(
              checkpoint, quantizer, packing, plain, workers, calibration, progress)) {
        CheckpointWriter.directory(
            target,
            config.withDtype(plain),
            packing,
            tensors::in,
            staged -> {
              tensors.release();
              finish(staged, config, packing);
            });
        return tensors.done();
      }
    }
  }

  private void check(Checkpoint checkpoint) {
    checkpoint
        .quantization()
        .ifPresent(how -> {
          throw new ModelException(source + " is quantized already (" + how + ")");
        });
    if (checkpoint.config().ropeScaling() instanceof RopeScaling.Divisors) {
      throw new ModelException(
          source + " stretches its rotary frequencies in a way that config.json cannot say");
    }
    WeightShapes.of(checkpoint.config())
        .forEach((name, shape) -> {
          DType dtype = checkpoint.tensor(name).dtype();
          if (dtype.isBlock()) {
            throw new ModelException(
                source + " is quantized already (" + name + " is " + dtype + ")");
          }
          if (isLinear(name, shape)) {
            recipe.check(name, shape);
          }
        });
  }

  static boolean isLinear(String name, Shape shape) {
    return shape.rank() == 2
        && !name.equals(WeightShapes.EMBEDDINGS)
        && !name.equals(WeightShapes.HEAD);
  }

  private void finish(Path staged, ModelConfig config, WeightPacking packing) throws IOException {
    if (packing instanceof GptqPacking) {
      JsonWriter.write(staged.resolve("quantize_config.json"), new Json.Obj(packing.settings()));
    }
    SideFiles.bring(source, config, staged);
  }
}
