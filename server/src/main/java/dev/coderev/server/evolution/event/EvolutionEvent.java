package dev.coderev.server.evolution.event;

import java.util.Optional;

/**
 * Something that is to be kept of a version.
 *
 * @param userId who wanted it; empty where the server did it by itself
 */
public record EvolutionEvent(
    EventType type,
    Optional<String> versionId,
    Optional<String> fromState,
    Optional<String> toState,
    Optional<String> reason,
    Optional<String> userId) {
  public static EvolutionEvent of(EventType type, String versionId) {
    return new EvolutionEvent(
        type,
        Optional.of(versionId),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** Something that concerns no single version. */
  public static EvolutionEvent of(EventType type) {
    return new EvolutionEvent(
        type,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  public EvolutionEvent because(Optional<String> why, Optional<String> who) {
    return new EvolutionEvent(type, versionId, fromState, toState, why, who);
  }

  public EvolutionEvent moved(String from, String to) {
    return new EvolutionEvent(type, versionId, Optional.of(from), Optional.of(to), reason, userId);
  }
}
