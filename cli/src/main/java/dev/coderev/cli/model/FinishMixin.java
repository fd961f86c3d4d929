package dev.coderev.cli.model;

import dev.coderev.model.config.ModelConfig;
import dev.coderev.model.config.WeightShapes;
import dev.coderev.model.convert.QuantizationRecipe;
import dev.coderev.model.convert.QuantizationRecipe.Layout;
import dev.coderev.model.convert.QuantizationRecipe.Method;
import dev.coderev.training.distill.Finish;
import dev.coderev.training.loop.TrainingPlan;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of a student that gets few bits in the end. */
final class FinishMixin {

  /** Shares of the tokens and of the rate that a finish usually takes. */
  private static final int TENTH = 10;

  private static final double FIFTH = 0.2;

  private static final List<Integer> GROUPS = List.of(128, 64, 32);

  @Option(
      names = "--finish",
      paramLabel = "METHOD",
      description =
          "${COMPLETION-CANDIDATES}: quantize the student and teach it once more with its codes."
              + " The result is in the folder quantized; the student stays.")
  private @Nullable Method method;

  @Option(
      names = "--finish-bits",
      paramLabel = "N",
      description = "2, 3, 4 or 8. Default: 4; int8: 8.")
  private @Nullable Integer bits;

  @Option(
      names = "--finish-group-size",
      paramLabel = "N",
      description = "Default: the largest of 128, 64 and 32 that fits; nf4, fp4: 64.")
  private @Nullable Integer groupSize;

  @Option(names = "--finish-double-quant", description = "Quantize the scales of nf4 and fp4 too.")
  private boolean doubled;

  @Option(
      names = "--finish-tokens",
      paramLabel = "N",
      description = "Tokens to teach it with. Default: a tenth of --tokens.")
  private @Nullable Long tokens;

  @Option(
      names = "--finish-rate",
      paramLabel = "X",
      description = "The highest rate meanwhile. Default: a fifth of --rate.")
  private @Nullable Double rate;

  /** The finish that was asked for. */
  Optional<Finish> finish(ModelConfig student, TrainingPlan training) {
    if (method == null) {
      return Optional.empty();
    }
    Layout layout = method == Method.AWQ ? Layout.AWQ : Layout.GPTQ;
    var recipe =
        new QuantizationRecipe(
            method,
            bits == null ? method.usualBits() : bits,
            groupSize == null ? usualGroup(method, student) : groupSize,
            layout != Layout.AWQ,
            doubled,
            layout);
    return Optional.of(
        new Finish(
            recipe,
            tokens == null ? Math.max(1, training.tokens() / TENTH) : tokens,
            rate == null ? training.rate() * FIFTH : rate));
  }

  private static int usualGroup(Method method, ModelConfig student) {
    if (!method.grouped()) {
      return method.usualGroup();
    }
    return GROUPS.stream()
        .filter(size ->
            WeightShapes.of(student).values().stream()
                .filter(it -> it.rank() == 2)
                .allMatch(it -> it.columns() % size == 0))
        .findFirst()
        .orElse(-1);
  }
}
