package dev.coderev.model.init;

import dev.coderev.model.config.Architecture;
import dev.coderev.model.config.Biases;
import dev.coderev.model.config.ModelConfig;
import dev.coderev.model.config.RopeScaling;
import dev.coderev.model.config.SlidingWindow;
import dev.coderev.model.config.SpecialTokens;
import dev.coderev.model.tensor.DType;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedMap;

/**
 * The shapes that new checkpoints can have: public ones by their names, tiny ones that show every
 * switch of their family, and small ones that one machine can train. Special tokens are not set:
 * the tokenizer that goes with a checkpoint decides them.
 */
public final class Presets {

  private static final SequencedMap<String, ModelConfig> ALL = new LinkedHashMap<>();

  private static final SpecialTokens UNSET = new SpecialTokens(OptionalInt.empty(), List.of());
  private static final Biases QKV = new Biases(true, false, false);

  static {
    ALL.put("qwen2.5-0.5b", qwen(896, 24, 14, 2, 4864, 151_936, true));
    ALL.put("qwen2.5-1.5b", qwen(1536, 28, 12, 2, 8960, 151_936, true));
    ALL.put("qwen2.5-3b", qwen(2048, 36, 16, 2, 11_008, 151_936, true));
    ALL.put("qwen2.5-7b", qwen(3584, 28, 28, 4, 18_944, 152_064, false));
    ALL.put("llama-3.2-1b", llama(2048, 16, 64, 8192, 32, true));
    ALL.put("llama-3.1-8b", llama(4096, 32, 128, 14_336, 8, false));
    ALL.put("tiny-llama", tinyLlama());
    ALL.put("tiny-qwen2", tinyQwen2());
    ALL.put("tiny-qwen3", tinyQwen3());
    ALL.put("tiny-mistral", tinyMistral());
    ALL.put("llama-3m", code(Architecture.LLAMA, 256, 4, 512, Biases.NONE));
    ALL.put("qwen2-3m", code(Architecture.QWEN2, 256, 4, 512, QKV));
    ALL.put("llama-10m", code(Architecture.LLAMA, 256, 12, 768, Biases.NONE));
    ALL.put("qwen2-10m", code(Architecture.QWEN2, 256, 12, 768, QKV));
    ALL.put("llama-30m", code(Architecture.LLAMA, 512, 10, 1408, Biases.NONE));
  }

  private Presets() {}

  /** All shapes by name. */
  public static SequencedMap<String, ModelConfig> all() {
    return Collections.unmodifiableSequencedMap(ALL);
  }

  private static ModelConfig qwen(
      int hidden, int layers, int heads, int kvHeads, int inner, int vocab, boolean tied) {
    return new ModelConfig(
        Architecture.QWEN2,
        hidden,
        layers,
        heads,
        kvHeads,
        hidden / heads,
        inner,
        vocab,
        32_768,
        1e-6,
        1e6,
        new RopeScaling.None(),
        tied,
        QKV,
        false,
        Optional.empty(),
        UNSET,
        DType.BF16);
  }

  private static ModelConfig llama(
      int hidden, int layers, int headDim, int inner, double factor, boolean tied) {
    return new ModelConfig(
        Architecture.LLAMA,
        hidden,
        layers,
        32,
        8,
        headDim,
        inner,
        128_256,
        131_072,
        1e-5,
        5e5,
        new RopeScaling.Llama3(factor, 1, 4, 8192),
        tied,
        Biases.NONE,
        false,
        Optional.empty(),
        UNSET,
        DType.BF16);
  }

  /** For training from the start: a vocabulary of 4,096, heads of 32 that share keys by four. */
  private static ModelConfig code(
      Architecture architecture, int hidden, int layers, int inner, Biases biases) {
    return new ModelConfig(
        architecture,
        hidden,
        layers,
        hidden / 32,
        hidden / 128,
        32,
        inner,
        4096,
        2048,
        1e-5,
        1e4,
        new RopeScaling.None(),
        true,
        biases,
        false,
        Optional.empty(),
        UNSET,
        DType.BF16);
  }

  private static ModelConfig tinyLlama() {
    return tiny(
        Architecture.LLAMA,
        16,
        new RopeScaling.Llama3(4, 1, 4, 512),
        false,
        Biases.NONE,
        Optional.empty());
  }

  private static ModelConfig tinyQwen2() {
    return tiny(Architecture.QWEN2, 16, new RopeScaling.None(), true, QKV, Optional.empty());
  }

  private static ModelConfig tinyQwen3() {
    return tiny(
        Architecture.QWEN3, 32, new RopeScaling.None(), true, Biases.NONE, Optional.empty());
  }

  private static ModelConfig tinyMistral() {
    return tiny(
        Architecture.MISTRAL,
        16,
        new RopeScaling.None(),
        false,
        Biases.NONE,
        Optional.of(new SlidingWindow(48, 0)));
  }

  private static ModelConfig tiny(
      Architecture architecture,
      int headDim,
      RopeScaling scaling,
      boolean tied,
      Biases biases,
      Optional<SlidingWindow> window) {
    return new ModelConfig(
        architecture,
        64,
        3,
        4,
        2,
        headDim,
        160,
        512,
        2048,
        1e-5,
        1e4,
        scaling,
        tied,
        biases,
        architecture == Architecture.QWEN3,
        window,
        UNSET,
        DType.F32);
  }
}
