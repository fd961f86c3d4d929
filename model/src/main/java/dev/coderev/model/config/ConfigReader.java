package dev.coderev.model.config;

import dev.coderev.model.MalformedFile;
import dev.coderev.model.json.Json;
import dev.coderev.model.json.JsonObject;
import dev.coderev.model.tensor.DType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Reads {@code config.json} of a Hugging Face directory.
 *
 * <p>A key that is absent takes the default of its family in the transformers library; a switch
 * that would change the arithmetic in a way this library does not know is refused.
 */
public final class ConfigReader {

  private static final double DEFAULT_THETA = 10_000;
  private static final double DEFAULT_EPSILON = 1e-6;
  private static final int MISTRAL_WINDOW = 4096;
  private static final int QWEN_WINDOW = 4096;
  private static final int QWEN_FULL_LAYERS = 28;
  private static final int QWEN3_HEAD = 128;

  private final JsonObject json;
  private final Architecture architecture;

  private ConfigReader(Path file) {
    this.json = JsonObject.read(file);
    String modelType = json.requiredString("model_type");
    this.architecture =
        Architecture.ofModelType(modelType)
            .orElseThrow(() ->
                json.error(
                    "model_type",
                    "\"" + modelType + "\" is not one of llama, mistral, qwen2, qwen3"));
  }

  /** The configuration in a file. */
  public static ModelConfig read(Path file) {
    try {
      return new ConfigReader(file).config();
    } catch (IllegalArgumentException e) {
      throw new MalformedFile(file, String.valueOf(e.getMessage()), e);
    }
  }

  private ModelConfig config() {
    refuseUnknownArithmetic();
    int heads = json.requiredInteger("num_attention_heads");
    int layers = json.requiredInteger("num_hidden_layers");
    int positions = json.requiredInteger("max_position_embeddings");
    var rope = new RopeReader(json, positions);
    return new ModelConfig(
        architecture,
        json.requiredInteger("hidden_size"),
        layers,
        heads,
        json.integer("num_key_value_heads").orElse(heads),
        headDim(heads),
        json.requiredInteger("intermediate_size"),
        json.requiredInteger("vocab_size"),
        positions,
        json.number("rms_norm_eps").orElse(DEFAULT_EPSILON),
        rope.theta().orElse(DEFAULT_THETA),
        rope.scaling(),
        json.bool("tie_word_embeddings", false),
        biases(),
        architecture == Architecture.QWEN3,
        slidingWindow(layers),
        specialTokens(json),
        dtype());
  }

  private void refuseUnknownArithmetic() {
    String activation = json.string("hidden_act").orElse("silu");
    if (!activation.equals("silu")) {
      throw json.error("hidden_act", "\"" + activation + "\" is not supported, only \"silu\"");
    }
    if (json.number("partial_rotary_factor").orElse(1) != 1) {
      throw json.error("partial_rotary_factor", "only 1 is supported");
    }
  }

  private int headDim(int heads) {
    OptionalInt given = json.integer("head_dim");
    if (given.isPresent()) {
      return given.getAsInt();
    }
    if (architecture == Architecture.QWEN3) {
      return QWEN3_HEAD;
    }
    int hidden = json.requiredInteger("hidden_size");
    if (heads < 1 || hidden % heads != 0) {
      throw json.error("head_dim", "is required when hidden_size is no multiple of the heads");
    }
    return hidden / heads;
  }

  private Biases biases() {
    return switch (architecture) {
      case LLAMA -> {
        boolean attention = json.bool("attention_bias", false);
        yield new Biases(attention, attention, json.bool("mlp_bias", false));
      }
      case QWEN3 -> {
        boolean attention = json.bool("attention_bias", false);
        yield new Biases(attention, attention, false);
      }
      case QWEN2 -> new Biases(true, false, false);
      case MISTRAL -> Biases.NONE;
    };
  }

  private Optional<SlidingWindow> slidingWindow(int layers) {
    return switch (architecture) {
      case LLAMA -> Optional.empty();
      case MISTRAL -> mistralWindow();
      case QWEN2, QWEN3 ->
          json.bool("use_sliding_window", false) ? qwenWindow(layers) : Optional.empty();
    };
  }

  private Optional<SlidingWindow> mistralWindow() {
    if (!json.members().containsKey("sliding_window")) {
      return Optional.of(new SlidingWindow(MISTRAL_WINDOW, 0));
    }
    OptionalInt size = json.integer("sliding_window");
    return size.isPresent() ? Optional.of(new SlidingWindow(size.getAsInt(), 0)) : Optional.empty();
  }

  private Optional<SlidingWindow> qwenWindow(int layers) {
    int size = json.integer("sliding_window").orElse(QWEN_WINDOW);
    int first =
        json.array("layer_types")
            .map(this::firstSliding)
            .orElseGet(() -> json.integer("max_window_layers").orElse(QWEN_FULL_LAYERS));
    return first < layers ? Optional.of(new SlidingWindow(size, first)) : Optional.empty();
  }

  private int firstSliding(List<Json> types) {
    int first = types.indexOf(Json.of("sliding_attention"));
    if (first < 0) {
      return types.size();
    }
    if (!types.subList(first, types.size()).stream().allMatch(types.get(first)::equals)) {
      throw json.error("layer_types", "full attention after sliding attention is not supported");
    }
    return first;
  }

  /** {@code bos_token_id} and {@code eos_token_id} of config.json or generation_config.json. */
  static SpecialTokens specialTokens(JsonObject json) {
    var ends = new ArrayList<Integer>();
    if (json.find("eos_token_id").orElse(Json.NULL) instanceof Json.Arr array) {
      for (Json id : array.elements()) {
        ends.add(id(json, "eos_token_id", id));
      }
    } else {
      json.integer("eos_token_id").ifPresent(ends::add);
    }
    return new SpecialTokens(json.integer("bos_token_id"), ends);
  }

  private static int id(JsonObject json, String key, Json value) {
    if (value instanceof Json.Int whole
        && whole.value() >= 0
        && whole.value() <= Integer.MAX_VALUE) {
      return (int) whole.value();
    }
    throw json.error(key, "must be token ids");
  }

  private DType dtype() {
    String key = json.find("dtype").isPresent() ? "dtype" : "torch_dtype";
    String word = json.string(key).orElse("float32");
    return switch (word) {
      case "float32" -> DType.F32;
      case "float16" -> DType.F16;
      case "bfloat16" -> DType.BF16;
      case "float64" -> DType.F64;
      default -> throw json.error(key, "\"" + word + "\" is no known element type");
    };
  }
}
