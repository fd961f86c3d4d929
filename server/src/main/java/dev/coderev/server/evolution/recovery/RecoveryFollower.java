package dev.coderev.server.evolution.recovery;

import dev.coderev.server.evolution.event.EventType;
import dev.coderev.server.evolution.gold.Evaluation;
import dev.coderev.server.evolution.gold.Evaluation.Purpose;
import dev.coderev.server.evolution.gold.EvaluationFollower;
import dev.coderev.server.evolution.version.ReviewerVersion;
import dev.coderev.server.evolution.version.VersionState;
import dev.coderev.server.evolution.version.Versions;
import dev.coderev.server.evolution.version.Versions.Step;
import dev.coderev.server.platform.metric.VersionMetrics;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Decides after each attempt: back into the shadow, another attempt later, or never again. */
@Component
class RecoveryFollower implements EvaluationFollower {
  private static final int MOST_ATTEMPTS = 5;
  private static final Duration FIRST_PAUSE = Duration.ofHours(12);
  private static final Duration LONGEST_PAUSE = Duration.ofDays(7);

  private final Recoveries recoveries;
  private final Versions versions;
  private final VersionMetrics metrics;
  private final Clock clock;

  RecoveryFollower(Recoveries recoveries, Versions versions, VersionMetrics metrics, Clock clock) {
    this.recoveries = recoveries;
    this.versions = versions;
    this.metrics = metrics;
    this.clock = clock;
  }

  @Override
  public void ended(Evaluation evaluation) {
    Optional<Recovery> found = recoveries.find(evaluation.versionId());
    boolean isTried =
        versions
            .find(evaluation.versionId())
            .map(ReviewerVersion::state)
            .filter(state -> state == VersionState.RE_EVALUATION)
            .isPresent();
    if (evaluation.purpose() != Purpose.RECOVERY || found.isEmpty() || !isTried) {
      return;
    }
    Recovery recovery = found.get();
    String outcome =
        evaluation
            .result()
            .map(result -> RecoveryGate.outcome(result, recovery.accuracyBefore()))
            .orElse("inconclusive");
    metrics.decided("recovery", outcome);
    switch (outcome) {
      case "successful" -> pass(evaluation);
      case "failed" -> fail(evaluation, recovery);
      default -> tellNothing(evaluation, recovery);
    }
  }

  private void pass(Evaluation evaluation) {
    move(evaluation, "recover", VersionState.SHADOW, EventType.RECOVERY_SUCCEEDED, "gate passed");
    recoveries.remove(evaluation.versionId());
    metrics.recovered("passed");
  }

  private void fail(Evaluation evaluation, Recovery recovery) {
    move(
        evaluation,
        "recovery_failed",
        VersionState.QUARANTINE,
        EventType.RECOVERY_FAILED,
        "the gate of recovery failed");
    int attempts = recovery.attempts() + 1;
    if (attempts < MOST_ATTEMPTS) {
      recoveries.end(
          evaluation.versionId(),
          "failed",
          true,
          Optional.of(evaluation.goldSet()),
          Optional.of(clock.instant().plus(pause(attempts))));
      metrics.recovered("failed");
      return;
    }
    move(
        evaluation,
        "exclude",
        VersionState.EXCLUDED,
        EventType.RECOVERY_ABANDONED,
        MOST_ATTEMPTS + " attempts failed");
    recoveries.end(
        evaluation.versionId(),
        "abandoned",
        true,
        Optional.of(evaluation.goldSet()),
        Optional.empty());
    metrics.recovered("abandoned");
  }

  /** 12 hours after the first failure, twice as long after each further one, a week at most. */
  static Duration pause(int failures) {
    Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures - 1, 10));
    return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
  }

  private void tellNothing(Evaluation evaluation, Recovery recovery) {
    move(
        evaluation,
        "recovery_inconclusive",
        VersionState.QUARANTINE,
        EventType.RECOVERY_FAILED,
        "evidence is missing");
    recoveries.end(
        evaluation.versionId(),
        "pending",
        false,
        Optional.of(evaluation.goldSet()),
        Optional.of(clock.instant().plus(pause(recovery.attempts() + 1))));
  }

  private void move(
      Evaluation evaluation, String action, VersionState to, EventType event, String reason) {
    versions.move(
        evaluation.versionId(), new Step(action, to, event, Optional.of(reason), Optional.empty()));
  }
}
