package dev.coderev.model.bench;

import dev.coderev.model.json.Json;
import java.util.LinkedHashMap;

/**
 * What a model did on this machine; rates are medians.
 *
 * @param loadSeconds from opening the file to being ready
 * @param firstTokenSeconds from opening the file to the first token after a one-token prompt
 * @param prefillRate prompt tokens per second
 * @param decodeRate tokens per second of one sequence
 * @param batchRate tokens per second of all sequences together
 * @param bytesPerToken weights and cached keys and values that a token of one sequence reads
 * @param readBandwidth bytes per second that plain loads reached in the same rounds
 * @param bandwidthShare decodeRate · bytesPerToken / readBandwidth, median over the rounds
 * @param peakBytes the process's largest resident memory; 0 where the system does not tell
 */
public record BenchReport(
    String source,
    String kernels,
    int threads,
    BenchOptions options,
    double loadSeconds,
    double firstTokenSeconds,
    double prefillRate,
    double decodeRate,
    double batchRate,
    long weightBytes,
    long cacheBytes,
    long bytesPerToken,
    double readBandwidth,
    double bandwidthShare,
    long peakBytes) {

  public Json json() {
    var json = new LinkedHashMap<String, Json>();
    json.put("model", Json.of(source));
    json.put("kernels", Json.of(kernels));
    json.put("threads", Json.of(threads));
    json.put("prompt_tokens", Json.of(options.prompt()));
    json.put("generated_tokens", Json.of(options.generate()));
    json.put("batch", Json.of(options.batch()));
    json.put("rounds", Json.of(options.rounds()));
    json.put("load_seconds", rounded(loadSeconds));
    json.put("time_to_first_token_seconds", rounded(firstTokenSeconds));
    json.put("prefill_tokens_per_second", rounded(prefillRate));
    json.put("decode_tokens_per_second", rounded(decodeRate));
    json.put("batch_tokens_per_second", rounded(batchRate));
    json.put("weight_bytes", Json.of(weightBytes));
    json.put("cache_bytes", Json.of(cacheBytes));
    json.put("bytes_per_token", Json.of(bytesPerToken));
    json.put("read_bandwidth_gb_per_second", rounded(readBandwidth / 1e9));
    json.put("decode_gb_per_second", rounded(decodeRate * bytesPerToken / 1e9));
    json.put("bandwidth_share", rounded(bandwidthShare));
    json.put("peak_memory_bytes", Json.of(peakBytes));
    return new Json.Obj(json);
  }

  private static Json rounded(double value) {
    return Json.of(Math.rint(value * 1000) / 1000);
  }
}
