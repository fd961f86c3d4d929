package dev.coderev.analysis.pattern;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * A moment after which work must stop, asked often and cheaply. Confined to one thread.
 *
 * <p>Only every 256th {@link #check} reads the clock.
 */
public final class Deadline {
  private static final int STRIDE = 256;

  private final LongSupplier nanoTime;
  private final long start;
  private final long nanos;
  private int untilLook = STRIDE;

  private Deadline(LongSupplier nanoTime, long nanos) {
    this.nanoTime = nanoTime;
    this.start = nanoTime.getAsLong();
    this.nanos = nanos;
  }

  /** This much time from now. */
  public static Deadline after(Duration duration) {
    return after(duration, System::nanoTime);
  }

  static Deadline after(Duration duration, LongSupplier nanoTime) {
    return new Deadline(nanoTime, duration.toNanos());
  }

  /** No limit. */
  public static Deadline never() {
    return new Deadline(() -> 0, Long.MAX_VALUE);
  }

  /**
   * Returns while there is time.
   *
   * @throws DeadlineExceeded once there is none
   */
  public void check() {
    if (--untilLook == 0) {
      untilLook = STRIDE;
      look();
    }
  }

  /** As {@link #check}, but always reads the clock. */
  public void look() {
    if (nanoTime.getAsLong() - start > nanos) {
      throw new DeadlineExceeded();
    }
  }
}
