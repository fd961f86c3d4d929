package dev.coderev.server.evolution.recovery;

import java.time.Instant;
import java.util.Optional;

/**
 * A part that no new version may have.
 *
 * @param component kind and digest, as in {@code added_rules:0123…}
 * @param until when it lapses; empty for one that does not
 */
record Exclusion(
    String id,
    String component,
    String reason,
    boolean permanent,
    Optional<Instant> until,
    Optional<String> createdBy,
    Instant createdAt) {}
