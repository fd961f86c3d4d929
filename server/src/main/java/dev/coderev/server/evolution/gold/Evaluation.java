package dev.coderev.server.evolution.gold;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * A run of a version over a set of cases.
 *
 * @param status queued, running, completed or failed
 * @param outcome successful, failed or inconclusive
 * @param error why there is no result
 */
public record Evaluation(
    String id,
    String versionId,
    String goldSet,
    @JsonIgnore Purpose purpose,
    String status,
    Optional<String> outcome,
    Optional<GoldResult> result,
    Optional<String> error,
    Instant createdAt,
    Optional<Instant> completedAt) {
  /** What a run is for. */
  public enum Purpose {
    EVIDENCE,
    RECOVERY;

    @JsonValue
    String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
