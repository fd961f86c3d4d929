package dev.coderev.server.evolution.recovery;

import java.time.Instant;
import java.util.Optional;

/**
 * How a version in quarantine may come back.
 *
 * @param status pending, in_progress, passed, failed or abandoned
 * @param attempts how many there were
 * @param triedWith the cases of the last attempt
 * @param accuracyBefore when it was withdrawn; empty if that was not measured
 */
public record Recovery(
    String versionId,
    String status,
    int attempts,
    Optional<Instant> nextAttemptAt,
    Optional<String> triedWith,
    Optional<Double> accuracyBefore,
    Instant updatedAt) {}
