package dev.coderev.server.evolution.recovery;

import dev.coderev.server.evolution.event.EventType;
import dev.coderev.server.evolution.gold.Evaluation.Purpose;
import dev.coderev.server.evolution.gold.EvaluationDesk;
import dev.coderev.server.evolution.version.VersionState;
import dev.coderev.server.evolution.version.Versions;
import dev.coderev.server.evolution.version.Versions.Step;
import dev.coderev.server.platform.error.Problem;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Starts the attempts of withdrawn versions to come back. */
@Component
public class RecoveryDesk {
  private final Recoveries recoveries;
  private final EvaluationDesk evaluations;
  private final Versions versions;

  RecoveryDesk(Recoveries recoveries, EvaluationDesk evaluations, Versions versions) {
    this.recoveries = recoveries;
    this.evaluations = evaluations;
    this.versions = versions;
  }

  /**
   * Starts an attempt now.
   *
   * @return the run that decides
   * @throws Problem if the version is not in quarantine or cannot be measured
   */
  @Transactional
  public String start(String versionId, String reason, Optional<String> userId) {
    if (recoveries.find(versionId).isEmpty()) {
      throw Problem.notFound();
    }
    versions.move(
        versionId,
        new Step(
            "recover",
            VersionState.RE_EVALUATION,
            EventType.RECOVERY_ATTEMPTED,
            Optional.of(reason),
            userId));
    String run = evaluations.start(versionId, Purpose.RECOVERY, userId);
    recoveries.begin(versionId);
    return run;
  }

  /** The versions whose time has come. */
  public List<String> due() {
    return recoveries.due();
  }
}
