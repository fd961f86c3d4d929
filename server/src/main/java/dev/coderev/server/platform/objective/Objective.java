package dev.coderev.server.platform.objective;

import dev.coderev.server.platform.metric.RequestSeen;
import java.util.Locale;

/** A share of requests that is to be good. */
enum Objective {
  AVAILABILITY(0.999),
  LATENCY(0.95),
  ERRORS(0.98);

  private static final int SERVER_ERRORS = 500;
  private static final double SLOW_SECONDS = 2.5;

  private final double target;

  Objective(double target) {
    this.target = target;
  }

  double target() {
    return target;
  }

  boolean isGood(RequestSeen seen) {
    return switch (this) {
      case AVAILABILITY, ERRORS -> seen.status() < SERVER_ERRORS;
      case LATENCY -> seen.seconds() <= SLOW_SECONDS;
    };
  }

  /** How many times as fast as is allowed the budget is used up while this share is good. */
  double burnRate(double share) {
    return (1 - share) / (1 - target);
  }

  /** How much of the objective is missed. */
  double missed(double share) {
    return Math.max(0, target - share);
  }

  String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
