package dev.coderev.model.runtime;

import dev.coderev.model.cache.KvPrecision;

/**
 * How a model is run.
 *
 * @param threads that compute, the caller's included
 * @param positions that the key-value cache may hold for all sequences together
 */
public record RuntimeOptions(int threads, KvPrecision cachePrecision, int positions) {

  public RuntimeOptions {
    if (threads < 1) {
      throw new IllegalArgumentException("threads must be at least 1, not " + threads);
    }
    if (positions < 1) {
      throw new IllegalArgumentException("positions must be at least 1, not " + positions);
    }
  }

  /**
   * One thread fewer than processors, at least 1 and at most 16, halves, room for 8,192 positions.
   */
  public static RuntimeOptions defaults() {
    int processors = Runtime.getRuntime().availableProcessors();
    return new RuntimeOptions(Math.clamp(processors - 1, 1, 16), KvPrecision.F16, 8192);
  }

  public RuntimeOptions withThreads(int other) {
    return new RuntimeOptions(other, cachePrecision, positions);
  }

  public RuntimeOptions withCachePrecision(KvPrecision other) {
    return new RuntimeOptions(threads, other, positions);
  }

  public RuntimeOptions withPositions(int other) {
    return new RuntimeOptions(threads, cachePrecision, other);
  }
}
