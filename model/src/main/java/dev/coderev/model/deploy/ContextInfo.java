package dev.coderev.model.deploy;

import java.time.Instant;
import java.util.Optional;

/**
 * What a deployment says of itself.
 *
 * @param nestingLevel scopes that are open
 * @param uptimeSeconds of the present run, or of the last one
 */
public record ContextInfo(
    DeploymentState state,
    int nestingLevel,
    long entryCount,
    long exitCount,
    boolean cleanupPerformed,
    Optional<Throwable> lastException,
    double uptimeSeconds,
    Optional<Instant> startedAt,
    Optional<Instant> stoppedAt) {}
