package dev.coderev.model.deploy;

import java.time.Duration;

/**
 * How much a model takes on.
 *
 * @param active texts that are generated together
 * @param queued requests that wait; more are refused
 * @param drain how long running requests get when the service closes
 */
public record BatchLimits(int active, int queued, Duration drain) {

  public static final BatchLimits DEFAULT = new BatchLimits(8, 64, Duration.ofSeconds(30));

  public BatchLimits {
    if (active < 1 || queued < 1 || drain.isNegative()) {
      throw new IllegalArgumentException(
          "limits of " + active + " active, " + queued + " queued, " + drain);
    }
  }
}
