package dev.coderev.server.platform.metric;

import org.springframework.stereotype.Component;

/** What is recorded of the model of this machine. */
@Component
public class ModelMetrics {
  private final Metrics metrics;

  ModelMetrics(Metrics metrics) {
    this.metrics = metrics;
  }

  /**
   * A model was loaded.
   *
   * @param format in which most of its weights are computed with
   * @param bytes of its files
   */
  public void loaded(String model, String format, long bytes, double seconds) {
    String quantization = quantization(format);
    metrics.family("coderev_model_loaded").set(1, model, quantization);
    metrics.family("coderev_model_size_bytes").set((double) bytes, model, quantization);
    metrics.family("coderev_model_load_duration_seconds").observe(seconds, quantization);
  }

  /** No model is loaded any more. */
  public void unloaded() {
    for (String name :
        new String[] {
          "coderev_model_loaded",
          "coderev_model_size_bytes",
          "coderev_model_queue_depth",
          "coderev_model_kv_cache_usage_ratio"
        }) {
      metrics.family(name).clear();
    }
  }

  /** The formats of kernels as the label has them. */
  static String quantization(String format) {
    String word = format.toLowerCase(java.util.Locale.ROOT);
    if (word.contains("nf4")) {
      return "nf4";
    }
    if (word.contains("fp4")) {
      return "fp4";
    }
    if (word.contains("bf16")) {
      return "bf16";
    }
    if (word.contains("f16")) {
      return "fp16";
    }
    if (word.contains("f32")) {
      return "none";
    }
    return word.contains("8") ? "int8" : word.contains("4") ? "int4" : "unknown";
  }

  /** An answer took these tokens, and so long from its first token on. */
  public void answered(long read, long written, double decodeSeconds) {
    if (read > 0) {
      metrics.family("coderev_model_tokens_total").add((double) read, "prefill");
    }
    if (written > 0) {
      metrics.family("coderev_model_tokens_total").add((double) written, "decode");
    }
    if (written > 1 && decodeSeconds > 0) {
      metrics
          .family("coderev_model_decode_tokens_per_second")
          .observe((written - 1) / decodeSeconds);
    }
  }

  /**
   * How busy the model is.
   *
   * @param waiting requests
   * @param cache share of the key-value cache that is in use
   */
  public void load(int waiting, double cache) {
    metrics.family("coderev_model_queue_depth").set((double) waiting);
    metrics.family("coderev_model_kv_cache_usage_ratio").set(cache);
  }
}
