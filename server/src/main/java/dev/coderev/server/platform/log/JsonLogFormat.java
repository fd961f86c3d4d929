package dev.coderev.server.platform.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import dev.coderev.server.platform.settings.Version;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.KeyValuePair;
import org.springframework.boot.logging.structured.StructuredLogFormatter;
import org.springframework.core.env.Environment;
import tools.jackson.databind.json.JsonMapper;

/** One JSON object per line: what happened, where, for whom, and no secret. */
public final class JsonLogFormat implements StructuredLogFormatter<ILoggingEvent> {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS'+00:00'").withZone(ZoneOffset.UTC);
  private static final List<String> CONTEXT =
      List.of(
          LogScope.USER_ID,
          LogScope.SESSION_ID,
          LogScope.JOB_ID,
          LogScope.REQUEST_ID,
          LogScope.TRACE_ID,
          LogScope.SPAN_ID);

  /** What a record says of itself, which no free field may say otherwise. */
  private static final Set<String> RESERVED =
      Set.of("timestamp", "logger", "event", "service", "version", "caller", "exception");

  /** The property that says whether records name the line that they come from. */
  public static final String CALLER = "coderev.log.caller";

  private final JsonMapper json = new JsonMapper();
  private final String environment;
  private final boolean caller;

  public JsonLogFormat(Environment environment) {
    this(
        environment.getProperty("coderev.environment", "development"),
        environment.getProperty(CALLER, Boolean.class, false));
  }

  JsonLogFormat(String environment, boolean caller) {
    this.environment = environment;
    this.caller = caller;
  }

  @Override
  public String format(ILoggingEvent event) {
    Map<String, @Nullable Object> line = new LinkedHashMap<>();
    line.put("timestamp", TIME.format(event.getInstant()));
    line.put("level", LogLevels.id(event));
    line.put("logger", event.getLoggerName());
    line.put(
        "event",
        RecordLimits.cut(
            Censor.text(String.valueOf(event.getFormattedMessage())), RecordLimits.EVENT));
    Map<String, @Nullable Object> free = fields(event);
    free.keySet().removeAll(RESERVED);
    line.putAll(free);
    for (String key : CONTEXT) {
      String value = event.getMDCPropertyMap().get(key);
      if (value != null && !value.equals("-")) {
        line.put(key, value);
      }
    }
    line.put("service", "coderev-platform");
    line.put("version", Version.CURRENT);
    line.put("environment", environment);
    if (caller && event.getCallerData().length > 0) {
      StackTraceElement from = event.getCallerData()[0];
      line.put(
          "caller",
          Map.of(
              "file", String.valueOf(from.getFileName()),
              "line", from.getLineNumber(),
              "function", from.getMethodName()));
    }
    IThrowableProxy failure = event.getThrowableProxy();
    if (failure != null) {
      line.put("exception", exception(failure));
    }
    return RecordLimits.written(line, free.keySet(), json) + "\n";
  }

  private static Map<String, @Nullable Object> fields(ILoggingEvent event) {
    Map<String, @Nullable Object> fields = new TreeMap<>();
    List<KeyValuePair> pairs = event.getKeyValuePairs();
    if (pairs != null) {
      for (KeyValuePair pair : pairs) {
        fields.put(pair.key, RecordLimits.value(pair.key, Censor.value(pair.key, pair.value)));
      }
    }
    return fields;
  }

  private static Map<String, Object> exception(IThrowableProxy failure) {
    Map<String, Object> exception = new LinkedHashMap<>();
    exception.put("type", failure.getClassName());
    exception.put(
        "message",
        RecordLimits.cut(Censor.text(String.valueOf(failure.getMessage())), RecordLimits.EVENT));
    exception.put(
        "traceback", RecordLimits.traceback(Censor.text(ThrowableProxyUtil.asString(failure))));
    return exception;
  }
}
