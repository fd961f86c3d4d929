package dev.coderev.model.config;

import dev.coderev.model.json.Json;
import dev.coderev.model.json.JsonWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes {@code config.json} with the older key names, which all versions of transformers read. */
public final class ConfigWriter {

  private ConfigWriter() {}

  /** Writes the file of a configuration, with further members beside those of its own. */
  public static void write(Path file, ModelConfig config, Map<String, Json> more) {
    var keys = new TreeMap<>(keys(config));
    keys.putAll(more);
    JsonWriter.write(file, new Json.Obj(keys));
  }

  /** The members of {@code config.json}, sorted by name. */
  static Map<String, Json> keys(ModelConfig config) {
    var keys = new TreeMap<String, Json>();
    Architecture architecture = config.architecture();
    keys.put("architectures", Json.strings(List.of(architecture.className())));
    keys.put("model_type", Json.of(architecture.modelType()));
    keys.put("hidden_act", Json.of("silu"));
    keys.put("hidden_size", Json.of(config.hiddenSize()));
    keys.put("intermediate_size", Json.of(config.intermediateSize()));
    keys.put("num_hidden_layers", Json.of(config.layers()));
    keys.put("num_attention_heads", Json.of(config.heads()));
    keys.put("num_key_value_heads", Json.of(config.kvHeads()));
    keys.put("head_dim", Json.of(config.headDim()));
    keys.put("vocab_size", Json.of(config.vocabSize()));
    keys.put("max_position_embeddings", Json.of(config.maxPositions()));
    keys.put("rms_norm_eps", Json.of(config.normEpsilon()));
    keys.put("rope_theta", Json.of(config.ropeTheta()));
    keys.put("rope_scaling", scaling(config.ropeScaling()));
    keys.put("tie_word_embeddings", Json.of(config.tiedEmbeddings()));
    keys.put("torch_dtype", Json.of(dtype(config)));
    keys.put("attention_dropout", Json.of(0.0));
    keys.put("initializer_range", Json.of(0.02));
    keys.put("use_cache", Json.of(true));
    biases(keys, config);
    window(keys, config);
    tokens(keys, config.specialTokens());
    return keys;
  }

  private static String dtype(ModelConfig config) {
    return switch (config.dtype()) {
      case F16 -> "float16";
      case BF16 -> "bfloat16";
      case F64 -> "float64";
      default -> "float32";
    };
  }

  private static void biases(Map<String, Json> keys, ModelConfig config) {
    switch (config.architecture()) {
      case LLAMA -> {
        keys.put("attention_bias", Json.of(config.biases().queryKeyValue()));
        keys.put("mlp_bias", Json.of(config.biases().mlp()));
      }
      case QWEN3 -> keys.put("attention_bias", Json.of(config.biases().queryKeyValue()));
      case QWEN2, MISTRAL -> {}
    }
  }

  private static void window(Map<String, Json> keys, ModelConfig config) {
    Json size = config.slidingWindow().map(it -> Json.of(it.size())).orElse(Json.NULL);
    switch (config.architecture()) {
      case MISTRAL -> keys.put("sliding_window", size);
      case QWEN2, QWEN3 -> {
        keys.put("use_sliding_window", Json.of(config.slidingWindow().isPresent()));
        keys.put("sliding_window", size);
        int full = config.slidingWindow().map(SlidingWindow::firstLayer).orElse(config.layers());
        keys.put("max_window_layers", Json.of(full));
      }
      case LLAMA -> {}
    }
  }

  private static void tokens(Map<String, Json> keys, SpecialTokens tokens) {
    tokens.beginId().ifPresent(id -> keys.put("bos_token_id", Json.of(id)));
    if (tokens.endIds().size() == 1) {
      keys.put("eos_token_id", Json.of(tokens.endIds().getFirst()));
    } else if (!tokens.endIds().isEmpty()) {
      keys.put("eos_token_id", Json.ints(tokens.endIds()));
    }
  }

  private static Json scaling(RopeScaling scaling) {
    var keys = new TreeMap<String, Json>();
    switch (scaling) {
      case RopeScaling.None ignored -> {
        return Json.NULL;
      }
      case RopeScaling.Divisors ignored ->
          throw new IllegalArgumentException(
              "config.json has no key for RoPE divisors; find the scaling that gives them first");
      case RopeScaling.Linear(double factor) -> {
        keys.put("rope_type", Json.of("linear"));
        keys.put("factor", Json.of(factor));
      }
      case RopeScaling.DynamicNtk(double factor, int original) -> {
        keys.put("rope_type", Json.of("dynamic"));
        keys.put("factor", Json.of(factor));
        keys.put("original_max_position_embeddings", Json.of(original));
      }
      case RopeScaling.Llama3(double factor, double low, double high, int original) -> {
        keys.put("rope_type", Json.of("llama3"));
        keys.put("factor", Json.of(factor));
        keys.put("low_freq_factor", Json.of(low));
        keys.put("high_freq_factor", Json.of(high));
        keys.put("original_max_position_embeddings", Json.of(original));
      }
      case RopeScaling.Yarn yarn -> {
        keys.put("rope_type", Json.of("yarn"));
        keys.put("factor", Json.of(yarn.factor()));
        keys.put("original_max_position_embeddings", Json.of(yarn.originalPositions()));
        keys.put("beta_fast", Json.of(yarn.betaFast()));
        keys.put("beta_slow", Json.of(yarn.betaSlow()));
        yarn.attentionFactor().ifPresent(it -> keys.put("attention_factor", Json.of(it)));
      }
    }
    return new Json.Obj(keys);
  }
}
