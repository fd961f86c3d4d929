package dev.coderev.server.evolution.version;

import java.time.Instant;
import java.util.Optional;

/**
 * A version of the reviewer: what it is made of never changes, its state does.
 *
 * @param model the language model among its parts
 */
public record ReviewerVersion(
    String id,
    String name,
    Optional<String> model,
    VersionState state,
    Instant stateSince,
    Instant createdAt,
    Optional<Instant> promotedAt) {}
