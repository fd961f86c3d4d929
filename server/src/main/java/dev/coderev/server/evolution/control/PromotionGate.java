package dev.coderev.server.evolution.control;

import dev.coderev.server.evolution.gold.GoldResult;
import dev.coderev.server.evolution.pair.Pairs.Summary;
import dev.coderev.server.evolution.version.ReviewerVersion;
import dev.coderev.server.evolution.version.VersionState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The gate between the shadow and real answers. A check fails where chance does not explain what
 * was measured; where too little was measured it is inconclusive, and lets nothing through.
 */
final class PromotionGate {
  private static final long LEAST_FOR_ERRORS = 1000;
  private static final long LEAST_FOR_TIMES = 200;
  private static final long LEAST_LABELLED = 200;
  private static final long LEAST_DISCORDANT = 25;
  private static final double SLOW_SHARE = 0.05;

  /** Statistical verdicts are given at four looks, so that each may use a quarter of 5 %. */
  private static final double ALPHA = 0.05 / 4;

  private static final double GOLD_OVERALL = 0.90;

  /**
   * One check.
   *
   * @param outcome successful, failed or inconclusive
   * @param value what was measured; absent without data
   * @param n how often
   * @param p how likely chance alone gives as much, where that was computed
   */
  record Check(
      String name,
      String outcome,
      Optional<Double> value,
      double limit,
      long n,
      Optional<Chance.Interval> interval,
      Optional<Double> p,
      String missing) {}

  /** All checks together. */
  record Decision(String outcome, List<Check> checks) {
    static Decision of(List<Check> checks) {
      boolean failed = checks.stream().anyMatch(check -> check.outcome().equals("failed"));
      boolean open = checks.stream().anyMatch(check -> check.outcome().equals("inconclusive"));
      return new Decision(failed ? "failed" : open ? "inconclusive" : "successful", checks);
    }
  }

  private PromotionGate() {}

  /** What the evidence says of a version. */
  static Decision decide(
      ReviewerVersion version, Evidence evidence, Criteria.Promotion limits, Instant now) {
    Summary pairs = evidence.pairs();
    List<Check> checks = new ArrayList<>();
    checks.add(
        pairs.count() == 0
            ? inconclusive("complete_pairs", limits.minPairs(), "no pair of answers")
            : atLeast(
                "complete_pairs", (double) pairs.count(), limits.minPairs(), pairs.count(), 1));
    checks.add(timeInShadow(version, limits, now));
    checks.add(times(pairs, limits));
    checks.add(increase(pairs, limits));
    checks.add(errors(pairs, limits));
    checks.add(
        share(
            "accuracy",
            evidence.result().flatMap(GoldResult::accuracy),
            limits.minAccuracy(),
            evidence.result().map(result -> (long) result.cases().size()).orElse(0L),
            "no labelled item"));
    checks.add(delta(evidence, limits));
    checks.add(
        share(
            "security_pass",
            evidence.result().flatMap(GoldResult::securityPass),
            limits.minSecurityPass(),
            evidence.result().map(PromotionGate::holes).orElse(0L),
            "no security item"));
    checks.add(
        pairs.count() < LEAST_FOR_TIMES
            ? inconclusive("cost_increase", limits.maxCostIncrease(), "no pair of answers")
            : good("cost_increase", 0, limits.maxCostIncrease(), pairs.count()));
    checks.add(goldSets(evidence));
    checks.add(good("evaluation_budget", 0, 1, 0));
    return Decision.of(checks);
  }

  private static Check inconclusive(String name, double limit, String missing) {
    return new Check(
        name,
        "inconclusive",
        Optional.empty(),
        limit,
        0,
        Optional.empty(),
        Optional.empty(),
        missing);
  }

  private static Check measured(
      String name, String outcome, double value, double limit, long n, String missing) {
    return new Check(
        name, outcome, Optional.of(value), limit, n, Optional.empty(), Optional.empty(), missing);
  }

  private static Check good(String name, double value, double limit, long n) {
    return measured(name, "successful", value, limit, n, "");
  }

  /** What is missing to a count only takes time. */
  private static Check atLeast(String name, double value, double limit, long n, long least) {
    return value >= limit && n >= least
        ? good(name, value, limit, n)
        : measured(name, "inconclusive", value, limit, n, "too few until now");
  }

  private static Check timeInShadow(
      ReviewerVersion version, Criteria.Promotion limits, Instant now) {
    if (version.state() != VersionState.SHADOW) {
      return inconclusive("shadow_hours", limits.minEvaluationHours(), "not in shadow");
    }
    double hours = Duration.between(version.stateSince(), now).toMinutes() / 60.0;
    return atLeast("shadow_hours", hours, limits.minEvaluationHours(), 1, 1);
  }

  private static Check times(Summary pairs, Criteria.Promotion limits) {
    double limit = limits.maxP95Ms();
    if (pairs.p95Ms().isEmpty()) {
      return inconclusive("p95_ms", limit, "no answer of this version");
    }
    double value = pairs.p95Ms().get();
    if (pairs.count() < LEAST_FOR_TIMES) {
      return measured("p95_ms", "inconclusive", value, limit, pairs.count(), "too few answers");
    }
    if (value <= limit) {
      return good("p95_ms", value, limit, pairs.count());
    }
    boolean fails = Chance.isAbove(pairs.slow(), pairs.count(), SLOW_SHARE);
    return measured(
        "p95_ms",
        fails ? "failed" : "inconclusive",
        value,
        limit,
        pairs.count(),
        fails ? "" : "it may be chance");
  }

  private static Check increase(Summary pairs, Criteria.Promotion limits) {
    double limit = limits.maxP95Increase();
    double before = pairs.stableP95Ms().orElse(0.0);
    if (pairs.p95Ms().isEmpty() || before <= 0) {
      return inconclusive("p95_increase", limit, "no pair of answers");
    }
    double value = pairs.p95Ms().get() / before - 1;
    return pairs.count() >= LEAST_FOR_TIMES && value <= limit
        ? good("p95_increase", value, limit, pairs.count())
        : measured("p95_increase", "inconclusive", value, limit, pairs.count(), "it may be chance");
  }

  private static Check errors(Summary pairs, Criteria.Promotion limits) {
    double limit = limits.gateErrorRate();
    if (pairs.count() == 0) {
      return inconclusive("error_rate", limit, "no answer of this version");
    }
    double value = (double) pairs.failed() / pairs.count();
    if (Chance.isAbove(pairs.failed(), pairs.count(), limit)) {
      return measured("error_rate", "failed", value, limit, pairs.count(), "");
    }
    return pairs.count() >= LEAST_FOR_ERRORS && value <= limit
        ? good("error_rate", value, limit, pairs.count())
        : measured("error_rate", "inconclusive", value, limit, pairs.count(), "too few answers");
  }

  /** A share that is to be large: it fails where the misses are too many for chance. */
  private static Check share(
      String name, Optional<Double> value, double limit, long n, String missing) {
    if (value.isEmpty()) {
      return inconclusive(name, limit, missing);
    }
    double share = value.get();
    if (Chance.isAbove(Math.round((1 - share) * n), n, 1 - limit)) {
      return measured(name, "failed", share, limit, n, "");
    }
    return n >= LEAST_LABELLED && share >= limit
        ? good(name, share, limit, n)
        : measured(name, "inconclusive", share, limit, n, "too few items to tell");
  }

  private static long holes(GoldResult result) {
    return result.cases().stream()
        .filter(score -> !score.clean())
        .filter(score -> score.set().equals("security") || score.set().equals("injection"))
        .count();
  }

  private static Check delta(Evidence evidence, Criteria.Promotion limits) {
    double limit = limits.minAccuracyDelta();
    Optional<Evidence.Paired> paired = evidence.paired();
    if (paired.isEmpty()) {
      return inconclusive(
          "accuracy_delta", limit, "no gold set that this version and the one that serves ran");
    }
    Evidence.Paired both = paired.get();
    Chance.Interval interval = Chance.difference(both.better(), both.worse(), both.cases());
    double p = Chance.mcNemar(both.better(), both.worse());
    boolean enough =
        both.cases() >= LEAST_LABELLED && both.better() + both.worse() >= LEAST_DISCORDANT;
    String outcome =
        !enough
            ? "inconclusive"
            : both.delta() >= limit && p < ALPHA
                ? "successful"
                : interval.high() < limit ? "failed" : "inconclusive";
    return new Check(
        "accuracy_delta",
        outcome,
        Optional.of(both.delta()),
        limit,
        both.cases(),
        Optional.of(interval),
        Optional.of(p),
        enough ? "" : "too few cases on which they differ");
  }

  private static Check goldSets(Evidence evidence) {
    if (evidence.result().isEmpty()) {
      return inconclusive("gold_sets", GOLD_OVERALL, "no gold set run");
    }
    GoldResult result = evidence.result().get();
    return new Check(
        "gold_sets",
        result.outcome(),
        result.overall(),
        GOLD_OVERALL,
        result.cases().size(),
        Optional.empty(),
        Optional.empty(),
        String.join("; ", result.missing()));
  }
}
