package dev.coderev.server.platform.objective;

import java.time.Instant;
import java.util.Optional;

/**
 * Something that is not as it should be, or was not.
 *
 * @param id the same whenever the same thing is wrong
 * @param summary for people
 */
public record Alert(
    String id,
    AlertSeverity severity,
    AlertState state,
    String summary,
    Instant since,
    Instant updatedAt,
    Optional<Instant> resolvedAt) {
  Alert as(AlertState other, Instant now) {
    return new Alert(
        id,
        severity,
        other,
        summary,
        since,
        now,
        other == AlertState.RESOLVED ? Optional.of(now) : Optional.empty());
  }

  Alert with(AlertSeverity other, String words, Instant now) {
    return new Alert(id, other, state, words, since, now, Optional.empty());
  }
}
