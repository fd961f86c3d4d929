package dev.coderev.server.platform.log;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * A value that stands in every log record of the work inside the scope; nested scopes restore it.
 */
public final class LogScope implements AutoCloseable {
  public static final String REQUEST_ID = "request_id";
  public static final String TRACE_ID = "trace_id";
  public static final String SPAN_ID = "span_id";
  public static final String USER_ID = "user_id";
  public static final String SESSION_ID = "session_id";
  public static final String JOB_ID = "job_id";
  public static final String CLIENT = "client_address";

  /** The span to whose end the trace is kept together. */
  public static final String ROOT_SPAN = "root_span";

  /** What a caller's {@code tracestate} says. */
  public static final String TRACE_STATE = "trace_state";

  private final String key;
  private final @Nullable String before;

  private LogScope(String key, @Nullable String before) {
    this.key = key;
    this.before = before;
  }

  public static LogScope open(String key, String value) {
    String before = MDC.get(key);
    MDC.put(key, value);
    return new LogScope(key, before);
  }

  /** The work with the values that hold now, for another thread, which then has its own again. */
  public static Runnable carried(Runnable work) {
    Map<String, String> here = MDC.getCopyOfContextMap();
    return () -> {
      Map<String, String> there = MDC.getCopyOfContextMap();
      set(here);
      try {
        work.run();
      } finally {
        set(there);
      }
    };
  }

  private static void set(@Nullable Map<String, String> values) {
    if (values == null) {
      MDC.clear();
    } else {
      MDC.setContextMap(values);
    }
  }

  /** The value that holds now, {@code "-"} outside of any scope. */
  public static String current(String key) {
    String value = MDC.get(key);
    return value == null ? "-" : value;
  }

  @Override
  public void close() {
    if (before == null) {
      MDC.remove(key);
    } else {
      MDC.put(key, before);
    }
  }
}
