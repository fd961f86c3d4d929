package dev.coderev.model.transformer;

import dev.coderev.model.config.Architecture;
import dev.coderev.model.config.Biases;
import dev.coderev.model.config.ModelConfig;
import dev.coderev.model.config.RopeScaling;
import dev.coderev.model.config.SlidingWindow;
import dev.coderev.model.config.SpecialTokens;
import dev.coderev.model.tensor.DType;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Small models of every family and every switch. */
public final class TinyConfigs {

  private TinyConfigs() {}

  /** One of each: family, biases, norms of heads, windows, tied or not, every RoPE scaling. */
  public static List<ModelConfig> all() {
    return List.of(
        llama(new RopeScaling.None()),
        llama(new RopeScaling.Linear(4)),
        llama(new RopeScaling.DynamicNtk(4, 16)),
        llama(new RopeScaling.Llama3(8, 1, 4, 16)),
        llama(new RopeScaling.Divisors(List.of(1.0, 1.0, 1.5, 2.0, 3.0, 8.0, 8.0, 8.0))),
        llama(new RopeScaling.Yarn(4, 16, 32, 1, OptionalDouble.empty())),
        config(
            Architecture.MISTRAL,
            4,
            2,
            16,
            new RopeScaling.None(),
            false,
            Biases.NONE,
            false,
            Optional.of(new SlidingWindow(12, 0))),
        config(
            Architecture.QWEN2,
            6,
            2,
            12,
            new RopeScaling.None(),
            true,
            new Biases(true, false, false),
            false,
            Optional.of(new SlidingWindow(9, 1))),
        config(
            Architecture.QWEN3,
            4,
            1,
            24,
            new RopeScaling.None(),
            true,
            Biases.NONE,
            true,
            Optional.empty()),
        config(
            Architecture.LLAMA,
            3,
            3,
            10,
            new RopeScaling.None(),
            false,
            new Biases(true, true, true),
            false,
            Optional.empty()));
  }

  public static ModelConfig llama(RopeScaling scaling) {
    return config(
        Architecture.LLAMA, 4, 2, 16, scaling, false, Biases.NONE, false, Optional.empty());
  }

  private static ModelConfig config(
      Architecture architecture,
      int heads,
      int kvHeads,
      int headDim,
      RopeScaling scaling,
      boolean tied,
      Biases biases,
      boolean headNorm,
      Optional<SlidingWindow> window) {
    return new ModelConfig(
        architecture,
        64,
        3,
        heads,
        kvHeads,
        headDim,
        96,
        203,
        1024,
        1e-5,
        10000,
        scaling,
        tied,
        biases,
        headNorm,
        window,
        new SpecialTokens(OptionalInt.empty(), List.of(2)),
        DType.F32);
  }
}
