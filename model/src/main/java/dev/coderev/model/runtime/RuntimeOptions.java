package dev.coderev.model.runtime;

import dev.coderev.model.cache.KvPrecision;
import java.util.OptionalLong;

/**
 * How a model is run.
 *
 * @param threads that compute, the caller's included
 * @param positions that the key-value cache may hold for all sequences together
 * @param memoryBudget bytes that all of it may take; a model that needs more is not loaded
 */
public record RuntimeOptions(
    int threads, KvPrecision cachePrecision, int positions, OptionalLong memoryBudget) {

  /** Without a budget: the memory that there is is the limit. */
  public RuntimeOptions(int threads, KvPrecision cachePrecision, int positions) {
    this(threads, cachePrecision, positions, OptionalLong.empty());
  }

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
    return new RuntimeOptions(other, cachePrecision, positions, memoryBudget);
  }

  public RuntimeOptions withCachePrecision(KvPrecision other) {
    return new RuntimeOptions(threads, other, positions, memoryBudget);
  }

  public RuntimeOptions withPositions(int other) {
    return new RuntimeOptions(threads, cachePrecision, other, memoryBudget);
  }

  /**
   * @param bytes that weights, keys, values and program may take together
   */
  public RuntimeOptions withMemoryBudget(long bytes) {
    return new RuntimeOptions(threads, cachePrecision, positions, OptionalLong.of(bytes));
  }
}
