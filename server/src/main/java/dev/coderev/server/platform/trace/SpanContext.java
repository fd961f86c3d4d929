package dev.coderev.server.platform.trace;

import dev.coderev.server.platform.id.Secrets;
import dev.coderev.server.platform.log.LogScope;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which span of which trace: what services tell each other by W3C Trace Context.
 *
 * @param traceId 32 hex digits
 * @param spanId 16 hex digits
 */
public record SpanContext(String traceId, String spanId) {
  private static final Pattern PARENT =
      Pattern.compile("00-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-[0-9a-f]{2}");
  private static final int TRACE_BYTES = 16;
  private static final int SPAN_BYTES = 8;

  /** What a {@code traceparent} header says, if it is a valid one of version 00. */
  public static Optional<SpanContext> read(@Nullable String header) {
    if (header == null) {
      return Optional.empty();
    }
    Matcher matcher = PARENT.matcher(header);
    return matcher.matches()
        ? Optional.of(new SpanContext(matcher.group(1), matcher.group(2)))
        : Optional.empty();
  }

  /** The span of the work that this thread does now, if it does any. */
  public static Optional<SpanContext> current() {
    String trace = LogScope.current(LogScope.TRACE_ID);
    String span = LogScope.current(LogScope.SPAN_ID);
    return trace.equals("-") || span.equals("-")
        ? Optional.empty()
        : Optional.of(new SpanContext(trace, span));
  }

  static SpanContext ofNewTrace() {
    return new SpanContext(random(TRACE_BYTES), random(SPAN_BYTES));
  }

  SpanContext child() {
    return new SpanContext(traceId, random(SPAN_BYTES));
  }

  private static String random(int bytes) {
    return HexFormat.of().formatHex(Secrets.bytes(bytes));
  }

  /** As a {@code traceparent} header, sampled. */
  @Override
  public String toString() {
    return "00-" + traceId + "-" + spanId + "-01";
  }
}
