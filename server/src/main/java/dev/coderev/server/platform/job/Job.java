package dev.coderev.server.platform.job;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.Optional;

/**
 * Work that was started, as everybody sees it who may.
 *
 * @param progress 0..100
 * @param error why it failed
 * @param cause the span that queued it, as a traceparent
 */
public record Job(
    String id,
    JobKind kind,
    JobStatus status,
    int progress,
    Instant createdAt,
    Optional<Instant> startedAt,
    Optional<Instant> completedAt,
    Optional<String> resultUrl,
    Optional<String> error,
    @JsonIgnore Optional<String> projectId,
    @JsonIgnore Optional<String> startedBy,
    @JsonIgnore String requestId,
    @JsonIgnore Optional<String> cause,
    @JsonIgnore String payload,
    @JsonIgnore int attempt,
    @JsonIgnore boolean cancelled) {}
