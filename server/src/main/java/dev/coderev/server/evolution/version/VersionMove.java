package dev.coderev.server.evolution.version;

import java.time.Instant;
import java.util.Optional;

/**
 * A recorded change of a version's state.
 *
 * @param fromVersion that served before, where that changed
 * @param toVersion that serves since, where that changed
 * @param user who asked for it; empty where the server did it by itself
 */
public record VersionMove(
    String id,
    String action,
    Optional<String> fromVersion,
    Optional<String> toVersion,
    Optional<String> reason,
    Instant timestamp,
    Optional<String> user) {}
