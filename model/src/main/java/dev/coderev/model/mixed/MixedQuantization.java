package dev.coderev.model.mixed;

import dev.coderev.model.ModelException;
import dev.coderev.model.checkpoint.Checkpoint;
import dev.coderev.model.checkpoint.CheckpointWriter;
import dev.coderev.model.checkpoint.ReplacedTensors;
import dev.coderev.model.config.WeightShapes;
import dev.coderev.model.convert.Calibration;
import dev.coderev.model.convert.Conversion;
import dev.coderev.model.kernel.Workers;
import dev.coderev.model.precision.Encoder;
import dev.coderev.model.precision.Rounding;
import dev.coderev.model.precision.TypePlan;
import dev.coderev.model.runtime.RuntimeOptions;
import dev.coderev.model.tensor.DType;
import dev.coderev.model.tensor.Tensor;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * A checkpoint written as a GGUF file whose weights, embeddings among them, have different types:
 * each is measured alone in each type, and bits go where they gain most for a byte.
 */
public record MixedQuantization(Path source, Path target, Calibration texts, Goal goal) {

  private static final List<DType> TYPES = List.of(DType.Q4_0, DType.Q5_0, DType.Q8_0);

  /** Raises between two looks at the whole when a loss is the goal, as a share of the weights. */
  private static final int LOOKS = 16;

  /**
   * What was chosen.
   *
   * @param expected the sum of what weights lose alone
   * @param measured what all of them lose together on the probe texts
   */
  public record Chosen(
      List<Sensitivity> sensitivities,
      List<Sensitivity.Option> choices,
      double expected,
      double measured) {
    public Chosen {
      sensitivities = List.copyOf(sensitivities);
      choices = List.copyOf(choices);
    }

    /** The bytes of all weights in their types. */
    public long bytes() {
      return choices.stream().mapToLong(Sensitivity.Option::bytes).sum();
    }
  }

  public MixedQuantization {
    if (!CheckpointWriter.isGguf(target)) {
      throw new ModelException("types are mixed in a .gguf file, not in " + target);
    }
  }

  /**
   * Measures, chooses and writes.
   *
   * @param progress is told each weight when it was measured
   */
  public Chosen run(Consumer<Sensitivity> progress) {
    if (Files.exists(target)) {
      throw new ModelException(target + " exists already; give a new name or remove it");
    }
    Chosen chosen = choose(progress);
    var types = new LinkedHashMap<String, DType>();
    for (int i = 0; i < chosen.choices().size(); i++) {
      String name = chosen.sensitivities().get(i).name();
      types.put(Pattern.quote(name), chosen.choices().get(i).type());
    }
    var plan = new TypePlan(DType.F16, DType.F16, DType.F32, types);
    new Conversion(source, target, Optional.of(plan), new Rounding.Nearest()).run();
    return chosen;
  }

  private Chosen choose(Consumer<Sensitivity> progress) {
    try (Checkpoint checkpoint = Checkpoint.open(source);
        var workers = new Workers(RuntimeOptions.defaults().threads())) {
      checkpoint
          .quantization()
          .ifPresent(how -> {
            throw new ModelException(source + " is quantized already (" + how + ")");
          });
      var model = new ReplacedTensors(checkpoint);
      var probe = new Probe(checkpoint, texts, workers);
      var sensitivities = new ArrayList<Sensitivity>();
      WeightShapes.of(checkpoint.config())
          .forEach((name, shape) -> {
            boolean blocks = shape.rank() == 2 && shape.columns() % DType.Q4_0.blockElements() == 0;
            if (blocks) {
              Sensitivity measured = measure(checkpoint.tensor(name), model, probe);
              sensitivities.add(measured);
              progress.accept(measured);
            }
          });
      var allocation = new Allocation(sensitivities);
      double measured =
          switch (goal) {
            case Goal.Size size -> fill(allocation, size, sensitivities, model, probe);
            case Goal.Loss loss -> reach(allocation, loss, sensitivities, model, probe);
          };
      return new Chosen(sensitivities, allocation.choices(), allocation.expected(), measured);
    }
  }

  private static Sensitivity measure(Tensor tensor, ReplacedTensors model, Probe probe) {
    var options = new ArrayList<Sensitivity.Option>();
    for (DType type : TYPES) {
      model.replace(tensor.name(), rounded(tensor, type));
      long bytes = type.bytes(tensor.shape().elements());
      options.add(new Sensitivity.Option(type, bytes, probe.divergence(model)));
      model.forget();
    }
    return new Sensitivity(tensor.name(), options);
  }

  /** The values that a type keeps of a tensor. */
  private static float[] rounded(Tensor tensor, DType type) {
    float[] values = tensor.toFloats();
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment stored = arena.allocate(type.bytes(values.length), 64);
      new Encoder(tensor.name(), type, new Rounding.Nearest())
          .encode(values, values.length, 0, stored);
      return new Tensor(tensor.name(), type, tensor.shape(), stored).toFloats();
    }
  }

  private static double together(
      Allocation allocation, List<Sensitivity> weights, ReplacedTensors model, Probe probe) {
    List<Sensitivity.Option> choices = allocation.choices();
    for (int i = 0; i < choices.size(); i++) {
      String name = weights.get(i).name();
      model.replace(name, rounded(model.tensor(name), choices.get(i).type()));
    }
    double divergence = probe.divergence(model);
    model.forget();
    return divergence;
  }

  private static double fill(
      Allocation allocation,
      Goal.Size size,
      List<Sensitivity> weights,
      ReplacedTensors model,
      Probe probe) {
    if (allocation.bytes() > size.bytes()) {
      throw new ModelException(
          "the weights take %d bytes with the fewest bits, more than the %d wanted"
              .formatted(allocation.bytes(), size.bytes()));
    }
    boolean raised = true;
    while (raised) {
      raised = allocation.raise(size.bytes() - allocation.bytes());
    }
    return together(allocation, weights, model, probe);
  }

  private static double reach(
      Allocation allocation,
      Goal.Loss loss,
      List<Sensitivity> weights,
      ReplacedTensors model,
      Probe probe) {
    double measured = together(allocation, weights, model, probe);
    int raises = Math.ceilDiv(weights.size(), LOOKS);
    while (measured > loss.divergence()) {
      boolean raised = false;
      for (int i = 0; i < raises; i++) {
        raised |= allocation.raise(Long.MAX_VALUE);
      }
      if (!raised) {
        throw new ModelException(
            String.format(
                Locale.ROOT,
                "with the most bits the divergence is still %.2e, above the %.2e wanted",
                measured,
                loss.divergence()));
      }
      measured = together(allocation, weights, model, probe);
    }
    return measured;
  }
}
