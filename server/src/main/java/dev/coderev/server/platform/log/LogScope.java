package dev.coderev.server.platform.log;

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
