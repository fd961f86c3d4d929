package dev.coderev.model.convert;

import dev.coderev.model.ModelException;
import dev.coderev.model.checkpoint.Checkpoint;
import dev.coderev.model.checkpoint.CheckpointDigest;
import dev.coderev.model.checkpoint.CheckpointWriter;
import dev.coderev.model.config.ModelConfig;
import dev.coderev.model.config.RopeScaling;
import dev.coderev.model.config.WeightShapes;
import dev.coderev.model.convert.QuantizationRecipe.Layout;
import dev.coderev.model.json.Json;
import dev.coderev.model.json.JsonWriter;
import dev.coderev.model.kernel.Workers;
import dev.coderev.model.packing.GptqPacking;
import dev.coderev.model.packing.MixedGptqPacking;
import dev.coderev.model.packing.WeightPacking;
import dev.coderev.model.runtime.RuntimeOptions;
import dev.coderev.model.tensor.DType;
import dev.coderev.model.tensor.Shape;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * A checkpoint written as a Hugging Face directory whose linear layers have few bits.
 *
 * <p>One weight is in memory at a time, with a method that looks at inputs one layer; embeddings,
 * head, norms and biases stay plain. The directory appears whole or not at all.
 *
 * @param calibration what the model reads first, for methods that look at inputs
 * @param widths the bits of weights that have others than the recipe's
 */
public record Quantization(
    Path source,
    Path target,
    QuantizationRecipe recipe,
    Optional<Calibration> calibration,
    SequencedMap<String, Integer> widths) {

  public Quantization {
    widths = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(widths));
    if (!widths.isEmpty() && (!recipe.method().grouped() || recipe.layout() != Layout.GPTQ)) {
      throw new ModelException("bits are mixed in the layout of GPTQ only");
    }
  }

  /** All weights with the bits of the recipe. */
  public Quantization(
      Path source, Path target, QuantizationRecipe recipe, Optional<Calibration> calibration) {
    this(source, target, recipe, calibration, new LinkedHashMap<>());
  }

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

  /** Quantizes, or goes on where a killed run with the same settings stopped. */
  public List<Quantized> run(QuantizationListener listener) {
    if (recipe.method().calibrated() && calibration.isEmpty()) {
      throw new ModelException(recipe.method() + " looks at inputs: give a calibration text");
    }
    try (Checkpoint checkpoint = Checkpoint.open(source);
        var workers = new Workers(RuntimeOptions.defaults().threads())) {
      check(checkpoint);
      FiniteWeights.require(checkpoint, workers);
      DType plain = recipe.plain(checkpoint.config().dtype());
      var parts = new PackedParts(recipe, widths, packing(plain), plain, workers);
      if (recipe.method().calibrated()) {
        return layers(checkpoint, calibration.orElseThrow(), parts, listener);
      }
      try (var tensors = new QuantizedTensors(checkpoint, parts, listener)) {
        write(checkpoint, parts, tensors::in, tensors::release);
        return tensors.done();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + target + ": " + e.getMessage(), e);
    }
  }

  private List<Quantized> layers(
      Checkpoint checkpoint, Calibration texts, PackedParts parts, QuantizationListener listener)
      throws IOException {
    String bits = widths.isEmpty() ? "" : widths + "\n";
    String plan =
        recipe + "\n" + bits + CheckpointDigest.of(checkpoint) + "\n" + texts.digest() + "\n";
    try (WorkFolder folder = WorkFolder.open(target, plan)) {
      var layers = new QuantizedLayers(checkpoint, texts, recipe, parts, folder, parts.workers());
      layers.run(listener);
      List<Quantized> done = layers.reports();
      try (Arena arena = Arena.ofShared()) {
        write(checkpoint, parts, staged -> layers.tensors(arena), () -> {});
      }
      folder.remove();
      return done;
    }
  }

  /** Something that ends the use of temporary files. */
  @FunctionalInterface
  private interface Release {
    void run() throws IOException;
  }

  private void write(
      Checkpoint checkpoint, PackedParts parts, CheckpointWriter.Tensors tensors, Release release) {
    CheckpointWriter.directory(
        target,
        checkpoint.config().withDtype(parts.plain()),
        parts.packing(),
        tensors,
        staged -> {
          release.run();
          besideWeights(source, staged, checkpoint.config(), parts.packing());
        });
  }

  private WeightPacking packing(DType plain) {
    WeightPacking usual = recipe.packing(plain);
    return usual instanceof GptqPacking gptq && !widths.isEmpty()
        ? MixedGptqPacking.of(gptq, widths)
        : usual;
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
        });
    recipe.requireHolds(checkpoint.config());
  }

  /** Whether a weight is one of those that get few bits. */
  public static boolean isLinear(String name, Shape shape) {
    return shape.rank() == 2
        && !name.equals(WeightShapes.EMBEDDINGS)
        && !name.equals(WeightShapes.HEAD);
  }

  /** What a directory of packed weights holds beside them. */
  static void besideWeights(Path source, Path staged, ModelConfig config, WeightPacking packing)
      throws IOException {
    if (packing instanceof GptqPacking || packing instanceof MixedGptqPacking) {
      JsonWriter.write(staged.resolve("quantize_config.json"), new Json.Obj(packing.settings()));
    }
    SideFiles.bring(source, config, staged);
  }
}
