package dev.coderev.server.platform.trace;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A piece of work that is over.
 *
 * @param parentId the span inside which it happened, here or at the caller
 * @param link the span that caused it without waiting for it
 * @param attributes texts and whole numbers by the names of the semantic conventions
 */
record Span(
    SpanContext context,
    Optional<String> parentId,
    Optional<SpanContext> link,
    SpanKind kind,
    String name,
    Instant start,
    Instant end,
    Map<String, Object> attributes,
    boolean failed) {
  Span {
    attributes = Map.copyOf(attributes);
  }

  Duration duration() {
    return Duration.between(start, end);
  }
}
