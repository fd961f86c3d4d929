package dev.coderev.server.platform.objective;

import dev.coderev.server.platform.metric.RequestSeen;
import java.util.Locale;
import java.util.function.Predicate;

/** A share of requests that is to be good. */
enum Objective {
  AVAILABILITY(0.999, seen -> seen.status() < 500),
  LATENCY(0.95, seen -> seen.seconds() <= 2.5),
  ERRORS(0.98, seen -> seen.status() < 500);

  private final double target;
  private final Predicate<RequestSeen> good;

  Objective(double target, Predicate<RequestSeen> good) {
    this.target = target;
    this.good = good;
  }

  double target() {
    return target;
  }

  boolean isGood(RequestSeen seen) {
    return good.test(seen);
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
