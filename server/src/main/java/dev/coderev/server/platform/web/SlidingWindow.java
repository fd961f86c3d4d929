package dev.coderev.server.platform.web;

import java.time.Duration;

/**
 * When a limit was used within the time that it counts: at no moment do the uses of the last {@code
 * window} number more than {@code most}. Thread-safe.
 */
final class SlidingWindow {
  private static final int FIRST_ROOM = 4;

  /**
   * What became of a wish for one more use.
   *
   * @param left how many more are free now
   * @param next how long until one is free; zero if one is
   * @param reset how long until all are free
   */
  record Use(boolean granted, int left, Duration next, Duration reset) {}

  private final int most;
  private final long window;

  /** The times of the uses, in nanoseconds, as a ring that grows up to {@code most}. */
  private long[] times;

  private int first;
  private int count;

  /**
   * A window without uses.
   *
   * @param most at least 1
   */
  SlidingWindow(int most, Duration window) {
    this.most = most;
    this.window = window.toNanos();
    this.times = new long[Math.min(most, FIRST_ROOM)];
  }

  /**
   * Uses the limit once, if that is free.
   *
   * @param now in nanoseconds from any point, never going back
   */
  synchronized Use take(long now) {
    forget(now);
    boolean granted = count < most;
    if (granted) {
      grow();
      times[(first + count) % times.length] = now;
      count++;
    }
    return use(granted, now);
  }

  /** Whether one more use is free, which stays so. */
  synchronized Use look(long now) {
    forget(now);
    return use(count < most, now);
  }

  private Use use(boolean granted, long now) {
    long next = count < most ? 0 : times[first] + window - now;
    long reset = count == 0 ? 0 : times[(first + count - 1) % times.length] + window - now;
    return new Use(granted, most - count, Duration.ofNanos(next), Duration.ofNanos(reset));
  }

  private void forget(long now) {
    while (count > 0 && now - times[first] >= window) {
      first = (first + 1) % times.length;
      count--;
    }
  }

  private void grow() {
    if (count < times.length) {
      return;
    }
    long[] wider = new long[(int) Math.min(most, times.length * 2L)];
    int head = times.length - first;
    System.arraycopy(times, first, wider, 0, head);
    System.arraycopy(times, 0, wider, head, first);
    times = wider;
    first = 0;
  }
}
