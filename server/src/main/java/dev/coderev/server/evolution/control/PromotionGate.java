package dev.coderev.server.evolution.control;

import dev.coderev.server.evolution.version.ReviewerVersion;
import dev.coderev.server.evolution.version.VersionState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The gate between the shadow and real answers. No pairs of answers are collected yet, so what
 * needs them is inconclusive, and an inconclusive gate lets nothing through.
 */
final class PromotionGate {
  /**
   * One check.
   *
   * @param outcome successful, failed or inconclusive
   * @param value what was measured; absent without data
   */
  record Check(
      String name, String outcome, Optional<Double> value, double limit, long n, String missing) {}

  private PromotionGate() {}

  /** All checks of a version, with what is missing. */
  static List<Check> check(ReviewerVersion version, Criteria.Promotion limits, Instant now) {
    List<Check> checks = new ArrayList<>();
    checks.add(inconclusive("complete_pairs", limits.minPairs(), "no pair of answers"));
    checks.add(timeInShadow(version, limits, now));
    checks.add(inconclusive("p95_ms", limits.maxP95Ms(), "no answer of this version"));
    checks.add(inconclusive("p95_increase", limits.maxP95Increase(), "no pair of answers"));
    checks.add(inconclusive("error_rate", limits.gateErrorRate(), "no answer of this version"));
    checks.add(inconclusive("accuracy", limits.minAccuracy(), "no labelled item"));
    checks.add(inconclusive("accuracy_delta", limits.minAccuracyDelta(), "no labelled item"));
    checks.add(inconclusive("security_pass", limits.minSecurityPass(), "no security item"));
    checks.add(inconclusive("cost_increase", limits.maxCostIncrease(), "no pair of answers"));
    checks.add(inconclusive("gold_sets", 0.90, "no gold set run"));
    return checks;
  }

  private static Check inconclusive(String name, double limit, String missing) {
    return new Check(name, "inconclusive", Optional.empty(), limit, 0, missing);
  }

  private static Check timeInShadow(
      ReviewerVersion version, Criteria.Promotion limits, Instant now) {
    if (version.state() != VersionState.SHADOW) {
      return inconclusive("shadow_hours", limits.minEvaluationHours(), "not in shadow");
    }
    double hours = Duration.between(version.stateSince(), now).toMinutes() / 60.0;
    return new Check(
        "shadow_hours",
        hours >= limits.minEvaluationHours() ? "successful" : "inconclusive",
        Optional.of(hours),
        limits.minEvaluationHours(),
        1,
        "");
  }
}
