package dev.coderev.benchmarks;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** How long the answers to one kind of request took, and which of them were errors. */
final class Latencies {
  private double[] millis = new double[256];
  private int answers;
  private final Map<String, Integer> errors = new TreeMap<>();

  /** An answer that was as it should be. */
  synchronized void good(long nanos) {
    if (answers == millis.length) {
      millis = Arrays.copyOf(millis, 2 * answers);
    }
    millis[answers++] = nanos / 1e6;
  }

  /**
   * An answer that was not, or none at all.
   *
   * @param what its status, or the failure
   */
  synchronized void bad(String what) {
    errors.merge(what, 1, Integer::sum);
  }

  synchronized int count() {
    return answers;
  }

  synchronized int errors() {
    return errors.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** The time within which this share of the good answers came, NaN without any. */
  synchronized double within(double share) {
    if (answers == 0) {
      return Double.NaN;
    }
    double[] sorted = Arrays.copyOf(millis, answers);
    Arrays.sort(sorted);
    return sorted[Math.max(0, (int) Math.ceil(share * answers) - 1)];
  }

  synchronized Map<String, Object> toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("answers", answers);
    json.put("p50", within(0.5));
    json.put("p95", within(0.95));
    json.put("p99", within(0.99));
    json.put("most", within(1));
    json.put("errors", new TreeMap<>(errors));
    return json;
  }
}
