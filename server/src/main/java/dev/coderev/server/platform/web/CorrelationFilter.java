package dev.coderev.server.platform.web;

import dev.coderev.server.platform.id.Secrets;
import dev.coderev.server.platform.log.LogScope;
import dev.coderev.server.platform.metric.HttpMetrics;
import dev.coderev.server.platform.metric.InFlight;
import dev.coderev.server.platform.settings.ServerSettings;
import dev.coderev.server.platform.trace.OpenSpan;
import dev.coderev.server.platform.trace.SpanContext;
import dev.coderev.server.platform.trace.Traces;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.slf4j.spi.LoggingEventBuilder;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/** Names each request, carries the name into every log record and answer, and logs the request. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class CorrelationFilter extends OncePerRequestFilter {
  private static final Logger LOG = LoggerFactory.getLogger("http.request");
  private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");
  private static final int MOST_STATE = 512;

  private final ServerSettings settings;
  private final HttpMetrics metrics;
  private final Traces traces;

  CorrelationFilter(ServerSettings settings, HttpMetrics metrics, Traces traces) {
    this.traces = traces;
    this.settings = settings;
    this.metrics = metrics;
  }

  @Override
  protected boolean shouldNotFilterErrorDispatch() {
    return false;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String requestId = requestId(request);
    Requests.remember(
        request, requestId, Requests.clientAddress(request, settings.web().trustedProxies()));
    response.setHeader("X-Request-ID", requestId);
    long start = System.nanoTime();
    boolean failed = true;
    CountedResponse counted = new CountedResponse(response);
    try (InFlight _ = metrics.enter();
        LogScope _ = LogScope.open(LogScope.REQUEST_ID, requestId);
        LogScope _ = LogScope.open(LogScope.CLIENT, Requests.clientAddress(request));
        LogScope _ = LogScope.open(LogScope.TRACE_STATE, traceState(request));
        OpenSpan span = traces.request(caller(request), request.getMethod())) {
      try {
        chain.doFilter(request, counted);
        failed = false;
      } finally {
        int status = failed ? 500 : response.getStatus();
        long nanos = System.nanoTime() - start;
        log(request, status, nanos, counted.bytes());
        describe(span, request, status);
        metrics.answered(request.getMethod(), route(request), status, nanos / 1e9, counted.bytes());
      }
    }
  }

  private static String requestId(HttpServletRequest request) {
    String given = request.getHeader("X-Request-ID");
    return given != null && REQUEST_ID.matcher(given).matches() ? given : random(4);
  }

  private static Optional<SpanContext> caller(HttpServletRequest request) {
    return SpanContext.read(request.getHeader("traceparent"));
  }

  /** It is passed on only together with a parent. */
  private static String traceState(HttpServletRequest request) {
    String state = request.getHeader("tracestate");
    return state == null || state.length() > MOST_STATE || caller(request).isEmpty() ? "-" : state;
  }

  private static void describe(OpenSpan span, HttpServletRequest request, int status) {
    String route = route(request);
    span.named(request.getMethod() + " " + route)
        .with("http.request.method", request.getMethod())
        .with("http.route", route)
        .with("http.response.status_code", status);
    if (status >= 500) {
      span.fail();
    }
  }

  private static String random(int bytes) {
    return HexFormat.of().formatHex(Secrets.bytes(bytes));
  }

  private static void log(HttpServletRequest request, int status, long nanos, long bytes) {
    String path = request.getRequestURI();
    boolean probe = path.startsWith("/health") || path.equals("/metrics");
    Level level = status >= 500 ? Level.ERROR : probe ? Level.DEBUG : Level.INFO;
    LoggingEventBuilder event = LOG.atLevel(level);
    event
        .addKeyValue("client_ip", Requests.clientAddress(request))
        .addKeyValue("duration_ms", Math.round(nanos / 10_000.0) / 100.0)
        .addKeyValue("method", request.getMethod())
        .addKeyValue("path", path)
        .addKeyValue("request_bytes", Math.max(0, request.getContentLengthLong()))
        .addKeyValue("response_bytes", bytes)
        .addKeyValue("route", route(request))
        .addKeyValue("status_code", status)
        .log("http_request");
  }

  private static String route(HttpServletRequest request) {
    Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
    return pattern == null || pattern.equals("/**") ? "unmatched" : pattern.toString();
  }
}
