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
  private static final int SHORT = 100;
  private static final int PATH = 512;
  private static final int LONG = 10_000;
  private static final int TRACEBACK = 16_384;

  private final JsonMapper json = new JsonMapper();
  private final String environment;

  public JsonLogFormat(Environment environment) {
    this(environment.getProperty("coderev.environment", "development"));
  }

  JsonLogFormat(String environment) {
    this.environment = environment;
  }

  @Override
  public String format(ILoggingEvent event) {
    Map<String, @Nullable Object> line = new LinkedHashMap<>();
    line.put("timestamp", TIME.format(event.getInstant()));
    line.put("level", LogLevels.id(event));
    line.put("logger", event.getLoggerName());
    line.put("event", cut(Censor.text(String.valueOf(event.getFormattedMessage())), LONG));
    line.putAll(fields(event));
    for (String key : CONTEXT) {
      String value = event.getMDCPropertyMap().get(key);
      if (value != null && !value.equals("-")) {
        line.put(key, value);
      }
    }
    line.put("service", "coderev-platform");
    line.put("version", Version.CURRENT);
    line.put("environment", environment);
    IThrowableProxy failure = event.getThrowableProxy();
    if (failure != null) {
      line.put("exception", exception(failure));
    }
    return json.writeValueAsString(line) + "\n";
  }

  private static Map<String, @Nullable Object> fields(ILoggingEvent event) {
    Map<String, @Nullable Object> fields = new TreeMap<>();
    List<KeyValuePair> pairs = event.getKeyValuePairs();
    if (pairs != null) {
      for (KeyValuePair pair : pairs) {
        Object value = Censor.value(pair.key, pair.value);
        fields.put(pair.key, value instanceof String text ? cut(text, limit(pair.key)) : value);
      }
    }
    return fields;
  }

  private static int limit(String key) {
    return key.matches(".*(path|file|url|route|endpoint)") ? PATH : SHORT;
  }

  private static String cut(String text, int most) {
    return text.codePointCount(0, text.length()) <= most
        ? text
        : text.substring(0, text.offsetByCodePoints(0, most)) + "...[truncated]";
  }

  private static Map<String, Object> exception(IThrowableProxy failure) {
    String traceback = Censor.text(ThrowableProxyUtil.asString(failure));
    int half = TRACEBACK / 2;
    String kept =
        traceback.length() <= TRACEBACK
            ? traceback
            : traceback.substring(0, half)
                + "...[truncated]..."
                + traceback.substring(traceback.length() - half);
    return Map.of(
        "type", failure.getClassName(),
        "message", cut(Censor.text(String.valueOf(failure.getMessage())), LONG),
        "traceback", kept);
  }
}
