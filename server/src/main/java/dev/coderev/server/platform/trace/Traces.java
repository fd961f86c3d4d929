package dev.coderev.server.platform.trace;

import dev.coderev.server.platform.log.LogScope;
import dev.coderev.server.platform.settings.ServerSettings;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/**
 * Opens spans. Without a collector they give ids to the log and nothing else happens; with one,
 * {@link TraceBuffer} decides at the end of each root what is told.
 */
@Component
public class Traces implements AutoCloseable {
  private final Clock clock;
  private final Set<String> hosts;
  private final Optional<TraceExport> export;
  private final Optional<TraceBuffer> buffer;

  Traces(ServerSettings settings, Clock clock) {
    this.clock = clock;
    this.hosts = settings.traces().hosts();
    this.export =
        settings
            .traces()
            .endpoint()
            .map(endpoint -> new TraceExport(endpoint, settings.environment()));
    this.buffer = export.map(to -> new TraceBuffer(settings.traces().ratio(), to::add));
  }

  /** The work for a request, part of the caller's trace where there is one. */
  public OpenSpan request(Optional<SpanContext> caller, String method) {
    SpanContext context = caller.map(SpanContext::child).orElseGet(SpanContext::ofNewTrace);
    return root(
        context, caller.map(SpanContext::spanId), Optional.empty(), SpanKind.SERVER, method);
  }

  /** Work of its own that another span caused. */
  public OpenSpan work(String name, Optional<SpanContext> cause) {
    return root(SpanContext.ofNewTrace(), Optional.empty(), cause, SpanKind.CONSUMER, name);
  }

  private OpenSpan root(
      SpanContext context,
      Optional<String> parent,
      Optional<SpanContext> link,
      SpanKind kind,
      String name) {
    LogScope root = LogScope.open(LogScope.ROOT_SPAN, context.spanId());
    Consumer<Span> end =
        span -> {
          root.close();
          buffer.ifPresent(kept -> kept.end(span));
        };
    return new OpenSpan(context, parent, link, kind, name, clock, end);
  }

  /** A part of what this thread does now; without anything around it, it is told to nobody. */
  public OpenSpan part(SpanKind kind, String name) {
    Optional<SpanContext> around = SpanContext.current();
    String root = LogScope.current(LogScope.ROOT_SPAN);
    Consumer<Span> end = span -> buffer.ifPresent(kept -> kept.add(root, span));
    return new OpenSpan(
        around.map(SpanContext::child).orElseGet(SpanContext::ofNewTrace),
        around.map(SpanContext::spanId),
        Optional.empty(),
        kind,
        name,
        clock,
        end);
  }

  /** A part of what this thread does, known when it is over. */
  public void past(String name, Instant start) {
    SpanContext.current()
        .ifPresent(around ->
            buffer.ifPresent(kept ->
                kept.add(
                    LogScope.current(LogScope.ROOT_SPAN),
                    new Span(
                        around.child(),
                        Optional.of(around.spanId()),
                        Optional.empty(),
                        SpanKind.INTERNAL,
                        name,
                        start,
                        clock.instant(),
                        Map.of(),
                        false))));
  }

  /** Whether spans go anywhere. */
  boolean isTold() {
    return buffer.isPresent();
  }

  /** Whether this host of the outside is told the trace that it is part of. */
  public boolean propagatesTo(String host) {
    return hosts.contains(host);
  }

  /** Tells what is left. */
  @Override
  public void close() {
    export.ifPresent(TraceExport::close);
  }
}
