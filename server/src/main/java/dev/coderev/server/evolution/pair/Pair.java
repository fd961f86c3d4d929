package dev.coderev.server.evolution.pair;

import java.time.Instant;
import java.util.List;

/**
 * What the version that serves and one on trial said of one input.
 *
 * @param failed whether the one on trial gave no answer
 * @param agreed whether both have the same critical and high findings
 * @param onlyStable findings of the version that serves alone
 * @param onlyCandidate findings of the version on trial alone
 */
record Pair(
    String id,
    String stableId,
    String candidateId,
    String analysisId,
    String language,
    double stableMs,
    double candidateMs,
    boolean failed,
    boolean agreed,
    List<Place> stableFindings,
    List<Place> candidateFindings,
    List<Place> onlyStable,
    List<Place> onlyCandidate,
    Instant timestamp) {
  /** A finding as it is compared. */
  record Place(String rule, String type, String severity, int line) {
    boolean isSevere() {
      return severity.equals("critical") || severity.equals("high");
    }
  }

  Pair {
    stableFindings = List.copyOf(stableFindings);
    candidateFindings = List.copyOf(candidateFindings);
    onlyStable = List.copyOf(onlyStable);
    onlyCandidate = List.copyOf(onlyCandidate);
  }
}
