package dev.coderev.server.platform.web;

import dev.coderev.server.platform.error.Problem;
import dev.coderev.server.platform.memory.LatestUsed;
import dev.coderev.server.platform.metric.HttpMetrics;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** The uses of all limits, the least recently used forgotten first. */
@Component
public final class RateLimits {
  private static final int MOST_WINDOWS = 50_000;

  /**
   * So many uses in so much time, whichever stretch of that length one looks at.
   *
   * @param name of the limit, for the log and the metrics
   */
  public record Limit(String name, int most, Duration window) {}

  private final LatestUsed<String, SlidingWindow> windows = new LatestUsed<>(MOST_WINDOWS);
  private final HttpMetrics metrics;

  RateLimits(HttpMetrics metrics) {
    this.metrics = metrics;
  }

  /** Uses the limit of this key once, if that is free. */
  SlidingWindow.Use use(Limit limit, String key) {
    return counted(limit, window(limit, key).take(System.nanoTime()));
  }

  /** Counts a use of this key, whether it is free or not: for limits that count failures only. */
  public void take(Limit limit, String key) {
    use(limit, key);
  }

  /**
   * Uses the limit of this key once.
   *
   * @throws Problem if none is free
   */
  public void require(Limit limit, String key) {
    refuse(use(limit, key));
  }

  /**
   * Looks whether a use is free, and uses none: for limits that count failures only.
   *
   * @throws Problem if none is free
   */
  public void requireLeft(Limit limit, String key) {
    refuse(counted(limit, window(limit, key).look(System.nanoTime())));
  }

  private static void refuse(SlidingWindow.Use use) {
    if (!use.granted()) {
      throw Problem.rateLimited(use.next());
    }
  }

  private SlidingWindow.Use counted(Limit limit, SlidingWindow.Use use) {
    if (!use.granted()) {
      metrics.limited(limit.name());
    }
    return use;
  }

  private SlidingWindow window(Limit limit, String key) {
    return windows.get(
        limit.name() + '|' + key, _ -> new SlidingWindow(limit.most(), limit.window()));
  }
}
