package dev.coderev.server.platform.trace;

import dev.coderev.server.platform.log.LogScope;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A piece of work that goes on. Until it is closed, the log records of its thread carry its ids,
 * and what begins in it is part of it.
 */
public final class OpenSpan implements AutoCloseable {
  private final SpanContext context;
  private final Optional<String> parentId;
  private final Optional<SpanContext> link;
  private final SpanKind kind;
  private final Instant start;
  private final long startNanos = System.nanoTime();
  private final Consumer<Span> end;
  private final LogScope trace;
  private final LogScope span;
  private final Map<String, Object> attributes = new LinkedHashMap<>();
  private String name;
  private boolean failed;

  OpenSpan(
      SpanContext context,
      Optional<String> parentId,
      Optional<SpanContext> link,
      SpanKind kind,
      String name,
      Clock clock,
      Consumer<Span> end) {
    this.context = context;
    this.parentId = parentId;
    this.link = link;
    this.kind = kind;
    this.name = name;
    this.start = clock.instant();
    this.end = end;
    this.trace = LogScope.open(LogScope.TRACE_ID, context.traceId());
    this.span = LogScope.open(LogScope.SPAN_ID, context.spanId());
  }

  public SpanContext context() {
    return context;
  }

  /** Names it anew, where its name is known only at its end: never after an id. */
  public OpenSpan named(String better) {
    name = better;
    return this;
  }

  /** Notes a fact: a word from a closed list, or a whole number. */
  public OpenSpan with(String attribute, Object value) {
    attributes.put(attribute, value);
    return this;
  }

  public void fail() {
    failed = true;
  }

  @Override
  public void close() {
    span.close();
    trace.close();
    Instant over = start.plusNanos(System.nanoTime() - startNanos);
    end.accept(new Span(context, parentId, link, kind, name, start, over, attributes, failed));
  }
}
