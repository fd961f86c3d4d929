package dev.coderev.server.platform.metric;

import java.util.Arrays;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAdder;

/** The figures of one family for one set of label values. */
final class Series {
  private final double[] bounds;
  private final DoubleAdder value = new DoubleAdder();
  private final LongAdder[] buckets;

  /**
   * Nothing counted yet.
   *
   * @param bounds upper bounds of the buckets, ascending; empty for what is no histogram
   */
  Series(double[] bounds) {
    this.bounds = bounds.clone();
    this.buckets = new LongAdder[bounds.length + 1];
    for (int i = 0; i < buckets.length; i++) {
      buckets[i] = new LongAdder();
    }
  }

  void add(double amount) {
    value.add(amount);
  }

  void set(double wanted) {
    synchronized (value) {
      value.reset();
      value.add(wanted);
    }
  }

  void observe(double observed) {
    int place = Arrays.binarySearch(bounds, observed);
    buckets[place >= 0 ? place : -place - 1].increment();
    value.add(observed);
  }

  /** The count, the gauge's value, or the sum of all observations. */
  double value() {
    synchronized (value) {
      return value.sum();
    }
  }

  /** How many observations fell into this bucket alone; the last one has no upper bound. */
  long inBucket(int place) {
    return buckets[place].sum();
  }
}
