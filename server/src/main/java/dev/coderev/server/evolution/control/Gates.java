package dev.coderev.server.evolution.control;

import dev.coderev.server.evolution.control.PromotionGate.Decision;
import dev.coderev.server.evolution.gold.Evaluation;
import dev.coderev.server.evolution.gold.Evaluations;
import dev.coderev.server.evolution.gold.GoldResult;
import dev.coderev.server.evolution.pair.Pairs;
import dev.coderev.server.evolution.version.ReviewerVersion;
import dev.coderev.server.evolution.version.Versions;
import dev.coderev.server.platform.error.Problem;
import dev.coderev.server.platform.error.ProblemCode;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The gates of versions over what is stored of them. */
@Component
class Gates {
  private static final double ADMITTED_ACCURACY = 0.80;
  private static final int MOST_IN_SHADOW = 3;

  private final Pairs pairs;
  private final Evaluations evaluations;
  private final Versions versions;
  private final StoredCriteria criteria;
  private final Clock clock;

  Gates(
      Pairs pairs,
      Evaluations evaluations,
      Versions versions,
      StoredCriteria criteria,
      Clock clock) {
    this.pairs = pairs;
    this.evaluations = evaluations;
    this.versions = versions;
    this.criteria = criteria;
    this.clock = clock;
  }

  Evidence evidence(String versionId) {
    return new Evidence(
        pairs.summary(versionId, criteria.get().promotionCriteria().maxP95Ms()),
        evaluations.latest(versionId),
        versions.stable().flatMap(evaluations::latest));
  }

  /** What would become of a promotion now. */
  Decision promotion(ReviewerVersion version) {
    return PromotionGate.decide(
        version, evidence(version.id()), criteria.get().promotionCriteria(), clock.instant());
  }

  /**
   * Lets a version into the shadow.
   *
   * @param inShadow how many are there
   * @throws Problem saying what it lacks
   */
  void requireAdmission(ReviewerVersion version, int inShadow) {
    if (inShadow >= MOST_IN_SHADOW) {
      throw Problem.of(
          ProblemCode.CONFLICT, MOST_IN_SHADOW + " versions are in the shadow already.");
    }
    Optional<Double> accuracy =
        evaluations.latest(version.id()).flatMap(Evaluation::result).flatMap(GoldResult::accuracy);
    if (accuracy.filter(share -> share >= ADMITTED_ACCURACY).isEmpty()) {
      throw Problem.of(
              ProblemCode.GATE_FAILED,
              accuracy.isEmpty()
                  ? "The version was not measured on a gold set."
                  : "The version is not accurate enough for the shadow.")
          .with(
              "checks",
              List.of(
                  new PromotionGate.Check(
                      "accuracy",
                      accuracy.isEmpty() ? "inconclusive" : "failed",
                      accuracy,
                      ADMITTED_ACCURACY,
                      0,
                      Optional.empty(),
                      Optional.empty(),
                      accuracy.isEmpty() ? "no gold set run" : "")));
    }
  }
}
