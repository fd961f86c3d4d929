package dev.coderev.benchmarks;

import dev.coderev.model.checkpoint.Checkpoint;
import dev.coderev.model.config.WeightShapes;
import dev.coderev.model.convert.Calibration;
import dev.coderev.model.convert.Conversion;
import dev.coderev.model.convert.Quantization;
import dev.coderev.model.convert.QuantizationRecipe;
import dev.coderev.model.convert.QuantizationRecipe.Layout;
import dev.coderev.model.convert.QuantizationRecipe.Method;
import dev.coderev.model.mixed.Goal;
import dev.coderev.model.mixed.MixedQuantization;
import dev.coderev.model.precision.Rounding;
import dev.coderev.model.precision.TypePlan;
import dev.coderev.model.tensor.DType;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A way to give a checkpoint few bits, by name.
 *
 * @param ending of what is made: nothing for a directory
 */
record QuantizationWay(String name, String ending, Maker maker) {

  /** Makes a checkpoint of few bits. */
  @FunctionalInterface
  interface Maker {
    void make(Path source, Path target, Calibration texts);
  }

  /** The most bits that the best way may have over the quantized tensors. */
  private static final double BUDGET = 4.25;

  static final List<QuantizationWay> ALL =
      List.of(
          groups("rtn g128", Method.RTN, 4, 128),
          blocks("int8", Method.INT8, 8, false),
          blocks("fp4", Method.FP4, 4, false),
          blocks("nf4", Method.NF4, 4, false),
          blocks("nf4 double", Method.NF4, 4, true),
          groups("gptq g128", Method.GPTQ, 4, 128),
          recipe("awq g128", new QuantizationRecipe(Method.AWQ, 4, 128, false, false, Layout.AWQ)),
          groups("learned g64", Method.LEARNED, 4, 64),
          new QuantizationWay("mixed to 4.25 bits", "", QuantizationWay::mixed),
          groups("learned 3 bits g64", Method.LEARNED, 3, 64),
          groups("learned 2 bits g64", Method.LEARNED, 2, 64),
          new QuantizationWay("q4_0, embeddings too", ".gguf", QuantizationWay::whole));

  private static QuantizationWay groups(String name, Method method, int bits, int size) {
    return recipe(name, new QuantizationRecipe(method, bits, size, true, false, Layout.GPTQ));
  }

  private static QuantizationWay blocks(String name, Method method, int bits, boolean doubled) {
    return recipe(name, new QuantizationRecipe(method, bits, 64, true, doubled, Layout.GPTQ));
  }

  private static QuantizationWay recipe(String name, QuantizationRecipe recipe) {
    return new QuantizationWay(
        name,
        "",
        (source, target, texts) ->
            new Quantization(source, target, recipe, Optional.of(texts)).run(it -> {}));
  }

  /** Two to eight bits, each weight as many as its loss asks for. */
  private static void mixed(Path source, Path target, Calibration texts) {
    var goal = new Goal.Size((long) (linearWeights(source) * BUDGET / Byte.SIZE));
    new MixedQuantization(source, target, texts, goal).run(it -> {});
  }

  private static long linearWeights(Path source) {
    try (Checkpoint checkpoint = Checkpoint.open(source)) {
      return WeightShapes.of(checkpoint.config()).entrySet().stream()
          .filter(it -> Quantization.isLinear(it.getKey(), it.getValue()))
          .mapToLong(it -> it.getValue().elements())
          .sum();
    }
  }

  /** All matrices in four bits, for what a whole file can be. */
  private static void whole(Path source, Path target, Calibration texts) {
    var plan = new TypePlan(DType.Q4_0, DType.Q4_0, DType.F32, new LinkedHashMap<>(Map.of()));
    new Conversion(source, target, Optional.of(plan), new Rounding.Nearest()).run();
  }

  /** Where what is made of a checkpoint lies. */
  Path target(Path work, Path source) {
    String made = name.replace(",", "").replace(' ', '-');
    return work.resolve(source.getFileName() + "-" + made + ending);
  }
}
