package dev.coderev.benchmarks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Student's t-test of differences between pairs.
 *
 * @param mean of the differences
 * @param deviation of them
 * @param p the probability of a mean at least as far above 0 if there were no difference; 1 when
 *     one pair or none was measured
 */
record PairedTest(int pairs, double mean, double deviation, double p) {

  /** Whether the differences are above 0 by more than chance. */
  static PairedTest above(List<Double> differences) {
    int n = differences.size();
    double mean = differences.stream().mapToDouble(it -> it).average().orElse(0);
    if (n < 2) {
      return new PairedTest(n, mean, 0, 1);
    }
    double squares = differences.stream().mapToDouble(it -> (it - mean) * (it - mean)).sum();
    double deviation = Math.sqrt(squares / (n - 1));
    if (deviation == 0) {
      return new PairedTest(n, mean, 0, mean > 0 ? 0 : 1);
    }
    double t = mean / (deviation / Math.sqrt(n));
    return new PairedTest(n, mean, deviation, upperTail(t, n - 1));
  }

  /** P(T > t), by Simpson's rule over the angle: t = √ν·tan φ, density ∝ cos^(ν−1) φ. */
  private static double upperTail(double t, int freedom) {
    double angle = Math.atan(t / Math.sqrt(freedom));
    double whole = integral(-Math.PI / 2, Math.PI / 2, freedom);
    return integral(angle, Math.PI / 2, freedom) / whole;
  }

  private static double integral(double from, double to, int freedom) {
    int steps = 2000;
    double width = (to - from) / steps;
    double sum = 0;
    for (int i = 0; i <= steps; i++) {
      double weight = i == 0 || i == steps ? 1 : i % 2 == 1 ? 4 : 2;
      sum += weight * Math.pow(Math.max(0, Math.cos(from + i * width)), freedom - 1);
    }
    return sum * width / 3;
  }

  Map<String, Object> toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("pairs", pairs);
    json.put("mean", mean);
    json.put("deviation", deviation);
    json.put("p", p);
    return json;
  }
}
