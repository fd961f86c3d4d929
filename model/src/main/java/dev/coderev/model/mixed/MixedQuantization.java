package dev.coderev.model.mixed;

import dev.coderev.model.ModelException;
import dev.coderev.model.checkpoint.Checkpoint;
import dev.coderev.model.checkpoint.CheckpointWriter;
import dev.coderev.model.checkpoint.ReplacedTensors;
import dev.coderev.model.config.WeightShapes;
import dev.coderev.model.convert.Calibration;
import dev.coderev.model.convert.Conversion;
import dev.coderev.model.convert.Quantization;
import dev.coderev.model.convert.QuantizationRecipe;
import dev.coderev.model.convert.QuantizationRecipe.Layout;
import dev.coderev.model.convert.QuantizationRecipe.Method;
import dev.coderev.model.kernel.Workers;
import dev.coderev.model.precision.Rounding;
import dev.coderev.model.precision.TypePlan;
import dev.coderev.model.runtime.RuntimeOptions;
import dev.coderev.model.tensor.DType;
import dev.coderev.model.tensor.Shape;
import dev.coderev.model.tensor.Tensor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * A checkpoint whose weights have different types: each is measured alone in each type, and bits go
 * where they gain most for a byte. A GGUF file has Q4_K, Q5_K, Q6_K and Q8_0, or Q4_0, Q5_0 and
 * Q8_0 where rows fill no blocks of 256, embeddings too; a directory has 2, 3, 4 and 8 bits in the
 * layout of GPTQ, found as GPTQ finds them.
 */
public record MixedQuantization(Path source, Path target, Calibration texts, Goal goal) {

  /** From the fewest bits to the most. */
  private static final List<DType> TYPES = List.of(DType.Q4_0, DType.Q5_0, DType.Q8_0);

  /** The same for rows of whole blocks of 256. */
  private static final List<DType> LONG_TYPES =
      List.of(DType.Q4_K, DType.Q5_K, DType.Q6_K, DType.Q8_0);

  private static final List<Integer> WIDTHS = List.of(2, 3, 4, 8);
  private static final List<Integer> GROUPS = List.of(128, 64, 32);
  private static final int USUAL = 4;

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

  /**
   * Measures, chooses and writes.
   *
   * @param progress is told each weight when it was measured
   */
  public Chosen run(Consumer<Sensitivity> progress) {
    if (Files.exists(target)) {
      throw new ModelException(target + " exists already; give a new name or remove it");
    }
    if (!CheckpointWriter.isGguf(target)) {
      return directory(progress);
    }
    Chosen chosen = choose(MixedQuantization::blocks, progress);
    var types = new LinkedHashMap<String, DType>();
    for (int i = 0; i < chosen.choices().size(); i++) {
      String name = chosen.sensitivities().get(i).name();
      types.put(Pattern.quote(name), DType.valueOf(chosen.choices().get(i).type()));
    }
    var plan = new TypePlan(DType.F16, DType.F16, DType.F32, types);
    new Conversion(source, target, Optional.of(plan), new Rounding.Nearest()).run();
    return chosen;
  }

  private static List<Candidate> blocks(Shape shape) {
    boolean fills = shape.columns() % DType.Q4_K.blockElements() == 0;
    return (fills ? LONG_TYPES : TYPES).stream().<Candidate>map(Candidate.Blocks::new).toList();
  }

  /** Bits are chosen by rounding to nearest; the codes are then found as GPTQ does. */
  private Chosen directory(Consumer<Sensitivity> progress) {
    int size = groupSize();
    var recipe = new QuantizationRecipe(Method.GPTQ, USUAL, size, true, false, Layout.GPTQ);
    List<Candidate> widths =
        WIDTHS.stream().<Candidate>map(bits -> new Candidate.Groups(bits, size)).toList();
    Chosen chosen = choose(shape -> widths, progress);
    var others = new LinkedHashMap<String, Integer>();
    for (int i = 0; i < chosen.choices().size(); i++) {
      String word = chosen.choices().get(i).type();
      String name = chosen.sensitivities().get(i).name();
      for (int bits : WIDTHS) {
        if (bits != USUAL && new Candidate.Groups(bits, size).word().equals(word)) {
          others.put(name, bits);
        }
      }
    }
    new Quantization(source, target, recipe, Optional.of(texts), others).run(it -> {});
    return chosen;
  }

  private int groupSize() {
    try (Checkpoint checkpoint = Checkpoint.open(source)) {
      return GROUPS.stream()
          .filter(size ->
              WeightShapes.of(checkpoint.config()).entrySet().stream()
                  .filter(it -> Quantization.isLinear(it.getKey(), it.getValue()))
                  .allMatch(it -> it.getValue().columns() % size == 0))
          .findFirst()
          .orElseThrow(() -> new ModelException("no group size fills the rows of " + source));
    }
  }

  private Chosen choose(
      Function<Shape, List<Candidate>> candidates, Consumer<Sensitivity> progress) {
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
            boolean fits =
                CheckpointWriter.isGguf(target)
                    ? shape.rank() == 2 && shape.columns() % DType.Q4_0.blockElements() == 0
                    : Quantization.isLinear(name, shape);
            if (fits) {
              Sensitivity measured =
                  measure(checkpoint.tensor(name), candidates.apply(shape), model, probe, workers);
              sensitivities.add(measured);
              progress.accept(measured);
            }
          });
      var allocation = new Allocation(sensitivities);
      var whole = new Together(candidates, model, probe, workers);
      double measured =
          switch (goal) {
            case Goal.Size size -> fill(allocation, size, sensitivities, whole);
            case Goal.Loss loss -> reach(allocation, loss, sensitivities, whole);
          };
      return new Chosen(sensitivities, allocation.choices(), allocation.expected(), measured);
    }
  }

  private static Sensitivity measure(
      Tensor tensor,
      List<Candidate> candidates,
      ReplacedTensors model,
      Probe probe,
      Workers workers) {
    var options = new ArrayList<Sensitivity.Option>();
    for (Candidate candidate : candidates) {
      model.replace(tensor.name(), candidate.rounded(tensor, workers));
      options.add(
          new Sensitivity.Option(
              candidate.word(), candidate.bytes(tensor), probe.divergence(model)));
      model.forget();
    }
    return new Sensitivity(tensor.name(), options);
  }

  /** What is lost when all weights are stored as they were chosen. */
  private record Together(
      Function<Shape, List<Candidate>> candidates,
      ReplacedTensors model,
      Probe probe,
      Workers workers) {

    double divergence(Allocation allocation, List<Sensitivity> weights) {
      List<Sensitivity.Option> choices = allocation.choices();
      for (int i = 0; i < choices.size(); i++) {
        String name = weights.get(i).name();
        String word = choices.get(i).type();
        Tensor weight = model.tensor(name);
        candidates.apply(weight.shape()).stream()
            .filter(it -> it.word().equals(word))
            .forEach(it -> model.replace(name, it.rounded(weight, workers)));
      }
      double divergence = probe.divergence(model);
      model.forget();
      return divergence;
    }
  }

  private static double fill(
      Allocation allocation, Goal.Size size, List<Sensitivity> weights, Together whole) {
    if (allocation.bytes() > size.bytes()) {
      throw new ModelException(
          "the weights take %d bytes with the fewest bits, more than the %d wanted"
              .formatted(allocation.bytes(), size.bytes()));
    }
    boolean raised = true;
    while (raised) {
      raised = allocation.raise(size.bytes() - allocation.bytes());
    }
    return whole.divergence(allocation, weights);
  }

  private static double reach(
      Allocation allocation, Goal.Loss loss, List<Sensitivity> weights, Together whole) {
    double measured = whole.divergence(allocation, weights);
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
      measured = whole.divergence(allocation, weights);
    }
    return measured;
  }
}
