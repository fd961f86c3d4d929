package dev.coderev.server.evolution.control;

import dev.coderev.server.platform.error.Faults;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The limits of the gates, as they are in force. */
record Criteria(Promotion promotionCriteria, Demotion demotionCriteria) {
  private static final int MOST_PAIRS = 10_000;
  private static final int MOST_HOURS = 24 * 365;
  private static final int MOST_MS = 600_000;

  static final Criteria DEFAULT =
      new Criteria(
          new Promotion(0.85, 0.05, 0.02, 5, 24, 1000, 3000, 0.20, 0.02, 0.99, 0.10),
          new Demotion(0.10, 0.10, 0.75, 3000, 0.02, 0.99));

  /**
   * What a version must show before it answers anybody, and while it does.
   *
   * @param maxErrorRate of the version that serves
   * @param gateErrorRate of one that wants to
   * @param minTrafficPercentage that must have been carried before all of it is
   */
  record Promotion(
      double minAccuracy,
      double maxErrorRate,
      double gateErrorRate,
      int minTrafficPercentage,
      int minEvaluationHours,
      int minPairs,
      int maxP95Ms,
      double maxP95Increase,
      double minAccuracyDelta,
      double minSecurityPass,
      double maxCostIncrease) {}

  /** What takes the version that serves out of service. */
  record Demotion(
      double maxErrorRate,
      double accuracyDropThreshold,
      double minAccuracy,
      int maxP95Ms,
      double maxErrorRateSustained,
      double minSecurityPass) {}

  /** Changes of the limits for promotion, merged by key. */
  record PromotionEdit(
      @Nullable Double minAccuracy,
      @Nullable Double maxErrorRate,
      @Nullable Double gateErrorRate,
      @Nullable Integer minTrafficPercentage,
      @Nullable Integer minEvaluationHours,
      @Nullable Integer minPairs,
      @Nullable Integer maxP95Ms,
      @Nullable Double maxP95Increase,
      @Nullable Double minAccuracyDelta,
      @Nullable Double minSecurityPass,
      @Nullable Double maxCostIncrease) {}

  /** Changes of the limits for demotion, merged by key. */
  record DemotionEdit(
      @Nullable Double maxErrorRate,
      @Nullable Double accuracyDropThreshold,
      @Nullable Double minAccuracy,
      @Nullable Integer maxP95Ms,
      @Nullable Double maxErrorRateSustained,
      @Nullable Double minSecurityPass) {}

  private static <T> T or(@Nullable T edit, T before) {
    return Optional.ofNullable(edit).orElse(before);
  }

  Criteria with(@Nullable PromotionEdit edit, @Nullable DemotionEdit other) {
    Promotion p = promotionCriteria;
    Demotion d = demotionCriteria;
    return new Criteria(
        edit == null
            ? p
            : new Promotion(
                or(edit.minAccuracy(), p.minAccuracy()),
                or(edit.maxErrorRate(), p.maxErrorRate()),
                or(edit.gateErrorRate(), p.gateErrorRate()),
                or(edit.minTrafficPercentage(), p.minTrafficPercentage()),
                or(edit.minEvaluationHours(), p.minEvaluationHours()),
                or(edit.minPairs(), p.minPairs()),
                or(edit.maxP95Ms(), p.maxP95Ms()),
                or(edit.maxP95Increase(), p.maxP95Increase()),
                or(edit.minAccuracyDelta(), p.minAccuracyDelta()),
                or(edit.minSecurityPass(), p.minSecurityPass()),
                or(edit.maxCostIncrease(), p.maxCostIncrease())),
        other == null
            ? d
            : new Demotion(
                or(other.maxErrorRate(), d.maxErrorRate()),
                or(other.accuracyDropThreshold(), d.accuracyDropThreshold()),
                or(other.minAccuracy(), d.minAccuracy()),
                or(other.maxP95Ms(), d.maxP95Ms()),
                or(other.maxErrorRateSustained(), d.maxErrorRateSustained()),
                or(other.minSecurityPass(), d.minSecurityPass())));
  }

  /** Refuses limits that are none. */
  void check() {
    Faults faults = new Faults();
    String at = "promotion_criteria.";
    Promotion p = promotionCriteria;
    faults.range(at + "min_accuracy", Optional.of(p.minAccuracy()), 0, 1);
    faults.range(at + "max_error_rate", Optional.of(p.maxErrorRate()), 0, 1);
    faults.range(at + "gate_error_rate", Optional.of(p.gateErrorRate()), 0, 1);
    faults.range(at + "min_traffic_percentage", Optional.of(p.minTrafficPercentage()), 0, 100);
    faults.range(at + "min_evaluation_hours", Optional.of(p.minEvaluationHours()), 0, MOST_HOURS);
    faults.range(at + "min_pairs", Optional.of(p.minPairs()), 1, MOST_PAIRS);
    faults.range(at + "max_p95_ms", Optional.of(p.maxP95Ms()), 1, MOST_MS);
    faults.range(at + "max_p95_increase", Optional.of(p.maxP95Increase()), 0, 10);
    faults.range(at + "min_accuracy_delta", Optional.of(p.minAccuracyDelta()), -1, 1);
    faults.range(at + "min_security_pass", Optional.of(p.minSecurityPass()), 0, 1);
    faults.range(at + "max_cost_increase", Optional.of(p.maxCostIncrease()), 0, 10);
    at = "demotion_criteria.";
    Demotion d = demotionCriteria;
    faults.range(at + "max_error_rate", Optional.of(d.maxErrorRate()), 0, 1);
    faults.range(at + "accuracy_drop_threshold", Optional.of(d.accuracyDropThreshold()), 0, 1);
    faults.range(at + "min_accuracy", Optional.of(d.minAccuracy()), 0, 1);
    faults.range(at + "max_p95_ms", Optional.of(d.maxP95Ms()), 1, MOST_MS);
    faults.range(at + "max_error_rate_sustained", Optional.of(d.maxErrorRateSustained()), 0, 1);
    faults.range(at + "min_security_pass", Optional.of(d.minSecurityPass()), 0, 1);
    faults.throwIfAny();
  }
}
