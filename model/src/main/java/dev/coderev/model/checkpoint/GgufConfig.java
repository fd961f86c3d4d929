package dev.coderev.model.checkpoint;

import dev.coderev.model.MalformedFile;
import dev.coderev.model.config.Architecture;
import dev.coderev.model.config.Biases;
import dev.coderev.model.config.ModelConfig;
import dev.coderev.model.config.RopeDivisors;
import dev.coderev.model.config.RopeScaling;
import dev.coderev.model.config.SlidingWindow;
import dev.coderev.model.config.SpecialTokens;
import dev.coderev.model.gguf.GgufFile;
import dev.coderev.model.gguf.GgufValue;
import dev.coderev.model.tensor.DType;
import dev.coderev.model.tensor.Tensor;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The model configuration that the keys of a GGUF file describe. */
final class GgufConfig {

  private static final double DEFAULT_THETA = 10_000;
  private static final double BETA_FAST = 32;
  private static final double BETA_SLOW = 1;

  private final GgufFile gguf;
  private final Architecture architecture;

  private GgufConfig(GgufFile gguf) {
    this.gguf = gguf;
    String word = requiredText("general.architecture");
    this.architecture =
        Architecture.ofGgufName(word)
            .orElseThrow(() ->
                error(
                    "general.architecture", "\"" + word + "\" is not one of llama, qwen2, qwen3"));
  }

  static ModelConfig of(GgufFile gguf) {
    try {
      return new GgufConfig(gguf).config();
    } catch (IllegalArgumentException e) {
      throw new MalformedFile(gguf.file(), String.valueOf(e.getMessage()), e);
    }
  }

  private ModelConfig config() {
    int hidden = required("embedding_length");
    int heads = required("attention.head_count");
    int headDim = whole(key("attention.key_length")).orElseGet(() -> hidden / Math.max(1, heads));
    int values = whole(key("attention.value_length")).orElse(headDim);
    int rotated = whole(key("rope.dimension_count")).orElse(headDim);
    if (values != headDim || rotated != headDim) {
      throw error(
          key("attention.value_length"),
          "values and rotations of another length than keys are not supported");
    }
    int positions = required("context_length");
    Optional<SlidingWindow> window = slidingWindow();
    return new ModelConfig(
        window.isPresent() && architecture == Architecture.LLAMA
            ? Architecture.MISTRAL
            : architecture,
        hidden,
        required("block_count"),
        heads,
        whole(key("attention.head_count_kv")).orElse(heads),
        headDim,
        required("feed_forward_length"),
        vocabSize(),
        positions,
        real(key("attention.layer_norm_rms_epsilon"))
            .orElseThrow(() -> error(key("attention.layer_norm_rms_epsilon"), "is required")),
        real(key("rope.freq_base")).orElse(DEFAULT_THETA),
        scaling(positions, headDim),
        !gguf.tensors().containsKey("output.weight"),
        biases(),
        architecture == Architecture.QWEN3,
        window,
        specialTokens(),
        dtype());
  }

  private int vocabSize() {
    Tensor embeddings = gguf.tensors().get("token_embd.weight");
    if (embeddings == null || embeddings.shape().rank() != 2) {
      throw new MalformedFile(gguf.file(), "tensor token_embd.weight", "must be a matrix");
    }
    return Math.toIntExact(embeddings.shape().dim(0));
  }

  private Biases biases() {
    return new Biases(has("attn_q.bias"), has("attn_output.bias"), has("ffn_gate.bias"));
  }

  private boolean has(String inner) {
    return gguf.tensors().containsKey("blk.0." + inner);
  }

  private RopeScaling scaling(int positions, int headDim) {
    Tensor divisors = gguf.tensors().get(GgufNames.ROPE_DIVISORS);
    if (divisors != null) {
      float[] values = divisors.toFloats();
      List<Double> given =
          IntStream.range(0, values.length).mapToObj(i -> (double) values[i]).toList();
      if (given.size() != headDim / 2) {
        throw new MalformedFile(
            gguf.file(), "tensor " + divisors.name(), "must hold " + headDim / 2 + " divisors");
      }
      double theta = real(key("rope.freq_base")).orElse(DEFAULT_THETA);
      Optional<RopeScaling> known = RopeDivisors.scalingOf(given, theta, headDim).map(it -> it);
      return known.orElseGet(() -> new RopeScaling.Divisors(given));
    }
    String type = text(key("rope.scaling.type")).orElse("none");
    OptionalDouble factor = real(key("rope.scaling.factor"));
    int original = whole(key("rope.scaling.original_context_length")).orElse(positions);
    return switch (type) {
      case "none" -> new RopeScaling.None();
      case "linear" -> new RopeScaling.Linear(factor.orElse(1));
      case "yarn" ->
          new RopeScaling.Yarn(
              factor.orElse(1),
              original,
              real(key("rope.scaling.yarn_beta_fast")).orElse(BETA_FAST),
              real(key("rope.scaling.yarn_beta_slow")).orElse(BETA_SLOW),
              attention(factor.orElse(1)));
      default -> throw error(key("rope.scaling.type"), "\"" + type + "\" is not supported");
    };
  }

  /** llama.cpp multiplies its own factor on top of the usual one. */
  private OptionalDouble attention(double factor) {
    OptionalDouble given = real(key("rope.scaling.attn_factor"));
    return given.isEmpty()
        ? given
        : OptionalDouble.of(given.getAsDouble() * (factor <= 1 ? 1 : 0.1 * Math.log(factor) + 1));
  }

  private Optional<SlidingWindow> slidingWindow() {
    OptionalInt size = whole(key("attention.sliding_window"));
    return size.isEmpty() ? Optional.empty() : Optional.of(new SlidingWindow(size.getAsInt(), 0));
  }

  private SpecialTokens specialTokens() {
    List<Integer> ends =
        Stream.of("eos", "eot", "eom")
            .map(it -> whole("tokenizer.ggml." + it + "_token_id"))
            .filter(OptionalInt::isPresent)
            .map(OptionalInt::getAsInt)
            .distinct()
            .toList();
    return new SpecialTokens(whole("tokenizer.ggml.bos_token_id"), ends);
  }

  /** Norms are always F32; the type of the first projection is that of the weights. */
  private DType dtype() {
    Tensor first = gguf.tensors().get("blk.0.attn_q.weight");
    if (first == null) {
      throw new MalformedFile(gguf.file(), "tensor blk.0.attn_q.weight", "is missing");
    }
    return switch (first.dtype()) {
      case F16 -> DType.F16;
      case BF16 -> DType.BF16;
      default -> DType.F32;
    };
  }

  private String key(String inner) {
    return architecture.ggufName() + "." + inner;
  }

  private int required(String inner) {
    return whole(key(inner)).orElseThrow(() -> error(key(inner), "is required"));
  }

  private OptionalInt whole(String key) {
    GgufValue value = gguf.metadata().get(key);
    return switch (value) {
      case null -> OptionalInt.empty();
      case GgufValue.Whole whole when (int) whole.value() == whole.value() ->
          OptionalInt.of((int) whole.value());
      default -> throw error(key, "must be one whole number of at most 32 bits");
    };
  }

  private OptionalDouble real(String key) {
    GgufValue value = gguf.metadata().get(key);
    return switch (value) {
      case null -> OptionalDouble.empty();
      case GgufValue.Real real -> OptionalDouble.of(shortest(real));
      default -> throw error(key, "must be a number with a fraction");
    };
  }

  /** A float that was written from a decimal gives that decimal back: 1e-6, not 9.99999997e-7. */
  private static double shortest(GgufValue.Real real) {
    return switch (real.type()) {
      case FLOAT32 -> Double.parseDouble(Float.toString((float) real.value()));
      default -> real.value();
    };
  }

  private Optional<String> text(String key) {
    GgufValue value = gguf.metadata().get(key);
    return switch (value) {
      case null -> Optional.empty();
      case GgufValue.Text text -> Optional.of(text.value());
      default -> throw error(key, "must be a text");
    };
  }

  private String requiredText(String key) {
    return text(key).orElseThrow(() -> error(key, "is required"));
  }

  private MalformedFile error(String key, String rule) {
    return new MalformedFile(gguf.file(), "key " + key, rule);
  }
}
