package dev.coderev.server.platform.objective;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What may go wrong in 30 days, in minutes of everything going wrong: with a target t it is the
 * minutes × (1 − t), and a minute with a share s of good requests takes t − s of it.
 */
public final class ErrorBudget {
  private static final Duration WINDOW = Duration.ofDays(30);
  private static final int HOURS = (int) WINDOW.toHours();
  private static final double PERCENT = 100;

  /**
   * The budget at one moment.
   *
   * @param exhaustedAt when it is used up if it goes on as it does
   */
  public record View(
      double minutes,
      double consumedMinutes,
      double remainingMinutes,
      double remainingPercentage,
      Optional<Instant> exhaustedAt) {}

  private final Objective objective;
  private final long[] hour = new long[HOURS];
  private final double[] minutes = new double[HOURS];
  private double rate;

  ErrorBudget(Objective objective) {
    this.objective = objective;
  }

  /** It went so for a time that ends now. */
  synchronized void spend(double share, Duration time, Instant now) {
    long number = number(now);
    int place = (int) (number % HOURS);
    if (hour[place] != number) {
      hour[place] = number;
      minutes[place] = 0;
    }
    rate = objective.missed(share);
    minutes[place] += rate * time.toMillis() / Duration.ofMinutes(1).toMillis();
  }

  private static long number(Instant now) {
    return now.getEpochSecond() / Duration.ofHours(1).toSeconds();
  }

  synchronized View view(Instant now) {
    double all = WINDOW.toMinutes() * (1 - objective.target());
    double consumed = 0;
    for (int i = 0; i < HOURS; i++) {
      consumed += hour[i] > number(now) - HOURS ? minutes[i] : 0;
    }
    double left = all - consumed;
    Optional<Instant> end =
        rate > 0 && left > 0
            ? Optional.of(now.plusSeconds((long) (left / rate * Duration.ofMinutes(1).toSeconds())))
            : Optional.empty();
    return new View(all, consumed, left, left / all * PERCENT, end);
  }
}
