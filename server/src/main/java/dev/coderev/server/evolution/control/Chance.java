package dev.coderev.server.evolution.control;

import java.util.Arrays;
import java.util.Random;

/** What could be chance: exact tail sums of the binomial distribution, and resampling. */
final class Chance {
  private static final int RESAMPLES = 10_000;
  private static final long SEED = 20_260_301;
  private static final double TAIL = 0.025;

  /** An interval that holds 95 % of the resampled values. */
  record Interval(double low, double high) {}

  private Chance() {}

  /** The probability of {@code least} or more hits in {@code n} tries of this probability. */
  static double atLeast(long least, long n, double probability) {
    if (least <= 0) {
      return 1;
    }
    if (probability <= 0 || probability >= 1) {
      return probability <= 0 ? 0 : 1;
    }
    double odds = Math.log(probability) - Math.log1p(-probability);
    double term = n * Math.log1p(-probability);
    double sum = 0;
    for (long k = 0; k <= n; k++) {
      if (k >= least) {
        sum += Math.exp(term);
      }
      term += Math.log((double) (n - k) / (k + 1)) + odds;
    }
    return Math.min(1, sum);
  }

  /** Whether a rate is so far above a limit that chance does not explain it. */
  static boolean isAbove(long hits, long n, double limit) {
    return hits > n * limit && atLeast(hits, n, limit) < TAIL;
  }

  /**
   * McNemar's exact test, two-sided.
   *
   * @param better pairs that only the one got right
   * @param worse pairs that only the other got right
   */
  static double mcNemar(long better, long worse) {
    long n = better + worse;
    return n == 0 ? 1 : Math.min(1, 2 * atLeast(Math.max(better, worse), n, 0.5));
  }

  /** The interval of (better − worse) / n under resampling of the items, with a fixed seed. */
  static Interval difference(long better, long worse, long n) {
    Random random = new Random(SEED);
    double[] values = new double[RESAMPLES];
    for (int i = 0; i < RESAMPLES; i++) {
      long sum = 0;
      for (long k = 0; k < n; k++) {
        long drawn = (long) (random.nextDouble() * n);
        sum += drawn < better ? 1 : drawn < better + worse ? -1 : 0;
      }
      values[i] = (double) sum / n;
    }
    Arrays.sort(values);
    int low = (int) (RESAMPLES * TAIL);
    return new Interval(values[low], values[RESAMPLES - 1 - low]);
  }
}
