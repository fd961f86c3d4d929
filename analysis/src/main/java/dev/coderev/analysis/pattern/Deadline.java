package dev.coderev.analysis.pattern;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
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

  /**
   * This much processor time of the calling thread from now, so that what is found does not depend
   * on what else the machine does; time that passes where the JVM cannot tell.
   */
  public static Deadline afterWork(Duration duration) {
    return after(duration, Work.CLOCK);
  }

  /** Asked for only when there is work enough to make it worth setting up. */
  private static final class Work {
    static final LongSupplier CLOCK = clock();

    private static LongSupplier clock() {
      ThreadMXBean threads = ManagementFactory.getThreadMXBean();
      return threads.isCurrentThreadCpuTimeSupported() && threads.isThreadCpuTimeEnabled()
          ? threads::getCurrentThreadCpuTime
          : System::nanoTime;
    }
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

  /** What was used up so far. */
  public Duration spent() {
    return Duration.ofNanos(nanoTime.getAsLong() - start);
  }

  /** As {@link #check}, but always reads the clock. */
  public void look() {
    if (nanoTime.getAsLong() - start > nanos) {
      throw new DeadlineExceeded();
    }
  }
}
