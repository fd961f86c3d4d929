package dev.coderev.server.evolution.version;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that is kept of a version.
 *
 * @param manifest what it is made of, by kind of part
 * @param goal what it is to show: that it is better, or that it is not worse and cheaper
 */
public record VersionRecord(
    String versionId,
    String name,
    Optional<String> parent,
    Map<String, String> manifest,
    String goal,
    VersionState currentState,
    Instant stateSince,
    Instant createdAt,
    Optional<String> createdBy,
    Optional<Instant> promotedAt,
    Optional<String> quarantineReason,
    Optional<Instant> recoveryTime,
    boolean recoveredFromQuarantine,
    int consecutiveFailures,
    List<String> aliases) {
  /** The part that holds rules beside the built-in ones. */
  public static final String ADDED_RULES = "added_rules";

  public static final String NONE = "none";

  public VersionRecord {
    manifest = Map.copyOf(manifest);
    aliases = List.copyOf(aliases);
  }

  /** Rules beside the built-in ones, by their digest. */
  public Optional<String> addedRules() {
    return Optional.ofNullable(manifest.get(ADDED_RULES)).filter(part -> !part.equals(NONE));
  }
}
