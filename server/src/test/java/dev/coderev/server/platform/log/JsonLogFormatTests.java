package dev.coderev.server.platform.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slf4j.event.KeyValuePair;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JsonLogFormatTests {
  private static final String JWT = "eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJ1c2VyIn0.c2lnbmF0dXJlLWhlcmU";

  private static JsonNode line(
      Level level, String message, Throwable failure, KeyValuePair... pairs) {
    LoggingEvent event =
        new LoggingEvent(
            "x", new LoggerContext().getLogger("auth.service"), level, message, failure, null);
    event.setKeyValuePairs(List.of(pairs));
    event.setMDCPropertyMap(Map.of("request_id", "r1", "session_id", "-"));
    String text = new JsonLogFormat("test", false).format(event);
    assertThat(text).endsWith("\n").doesNotContain("\n\n");
    assertThat(text.lines()).hasSize(1);
    return new JsonMapper().readTree(text);
  }

  @Test
  void writesTheFieldsInTheirOrder() {
    JsonNode line = line(Level.WARN, "user_login", null, new KeyValuePair("count", 3));
    assertThat(line.propertyNames())
        .containsExactly(
            "timestamp",
            "level",
            "logger",
            "event",
            "count",
            "request_id",
            "service",
            "version",
            "environment");
    assertThat(line.at("/level").asString()).isEqualTo("warning");
    assertThat(line.at("/timestamp").asString())
        .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}\\+00:00");
  }

  @Test
  void namesTheLineThatARecordComesFromWhereThatIsWanted() {
    LoggingEvent event =
        new LoggingEvent(
            Logger.class.getName(),
            new LoggerContext().getLogger("auth.service"),
            Level.INFO,
            "user_login",
            null,
            null);
    event.setMDCPropertyMap(Map.of());
    event.setCallerData(
        new StackTraceElement[] {new StackTraceElement("a.B", "login", "B.java", 17)});
    JsonNode caller =
        new JsonMapper().readTree(new JsonLogFormat("test", true).format(event)).at("/caller");
    assertThat(caller.at("/file").asString()).isEqualTo("B.java");
    assertThat(caller.at("/line").asInt()).isEqualTo(17);
    assertThat(caller.at("/function").asString()).isEqualTo("login");
    assertThat(new JsonLogFormat("test", false).format(event)).doesNotContain("caller");
  }

  /** Something with a secret in it. */
  private record Credentials(String userName, String accessToken, Object sizes) {}

  @Test
  void walksRecordsAndArrays() {
    JsonNode line =
        line(
            Level.INFO,
            "x",
            null,
            new KeyValuePair("login", new Credentials("ann", "hunter2", new int[] {1, 2})));
    assertThat(line.at("/login/user_name").asString()).isEqualTo("ann");
    assertThat(line.at("/login/access_token").asString()).isEqualTo("[REDACTED]");
    assertThat(line.at("/login/sizes").toString()).isEqualTo("[1,2]");
    assertThat(line.toString()).doesNotContain("hunter2");
  }

  @Test
  void noFreeFieldPosesAsOneOfTheRecordsOwn() {
    JsonNode line =
        line(
            Level.INFO,
            "user_login",
            null,
            new KeyValuePair("event", "other"),
            new KeyValuePair("timestamp", "1970"),
            new KeyValuePair("service", "other"),
            new KeyValuePair("exception", "other"));
    assertThat(line.at("/event").asString()).isEqualTo("user_login");
    assertThat(line.at("/timestamp").asString()).startsWith("2");
    assertThat(line.at("/service").asString()).isEqualTo("coderev-platform");
    assertThat(line.has("exception")).isFalse();
  }

  @Test
  void keepsSecretsOut() {
    JsonNode line =
        line(
            Level.ERROR,
            "failed with Bearer abcdefgh12345 and " + JWT + "\nforged line",
            new IllegalStateException("https://user:hunter2@host/x", new RuntimeException(JWT)),
            new KeyValuePair("newPassword", "hunter2"),
            new KeyValuePair("api-key", List.of("hunter2")),
            new KeyValuePair("author", "somebody"),
            new KeyValuePair("tokens_used", 12),
            new KeyValuePair("token_type", "Bearer"),
            new KeyValuePair(
                "nested", Map.of("inner", Map.of("secret", "hunter2"), "list", List.of(JWT))));
    assertThat(line.toString())
        .doesNotContain("hunter2")
        .doesNotContain(JWT)
        .doesNotContain("12345");
    assertThat(line.at("/author").asString()).isEqualTo("somebody");
    assertThat(line.at("/tokens_used").asInt()).isEqualTo(12);
    assertThat(line.at("/token_type").asString()).isEqualTo("Bearer");
    assertThat(line.at("/newPassword").asString()).isEqualTo("[REDACTED]");
    assertThat(line.at("/exception/type").asString()).contains("IllegalStateException");
  }

  @Test
  void cutsLongValues() {
    JsonNode line =
        line(
            Level.INFO,
            "e".repeat(10_001),
            null,
            new KeyValuePair("note", "x".repeat(101)),
            new KeyValuePair("file_path", "y".repeat(101)));
    assertThat(line.at("/note").asString()).isEqualTo("x".repeat(100) + "...[truncated]");
    assertThat(line.at("/file_path").asString()).hasSize(101);
    assertThat(line.at("/event").asString()).endsWith("...[truncated]");
  }

  @Test
  void cutsWhatLiesInsideOfListsAndMaps() {
    JsonNode line =
        line(
            Level.INFO,
            "imported",
            null,
            new KeyValuePair("names", Collections.nCopies(130, "n".repeat(200))),
            new KeyValuePair("inner", Map.of("note", "x".repeat(200))));
    assertThat(line.at("/names").size()).isEqualTo(101);
    assertThat(line.at("/names/0").asString()).isEqualTo("n".repeat(100) + "...[truncated]");
    assertThat(line.at("/names/100").asString()).isEqualTo("[30 more]");
    assertThat(line.at("/inner/note").asString()).endsWith("...[truncated]");
  }

  @Test
  void cutsByCodePoints() {
    JsonNode line =
        line(Level.INFO, "imported", null, new KeyValuePair("note", "\ud83d\ude00".repeat(101)));
    assertThat(line.at("/note").asString())
        .isEqualTo("\ud83d\ude00".repeat(100) + "...[truncated]");
  }

  @Test
  void keepsTheFirstAndTheLastHalfOfALongTraceback() {
    Throwable failure = new IllegalStateException("the last cause");
    for (int depth = 0; depth < 300; depth++) {
      failure = new IllegalStateException("wrapped " + "w".repeat(200), failure);
    }
    String traceback = line(Level.ERROR, "failed", failure).at("/exception/traceback").asString();
    assertThat(traceback)
        .startsWith("java.lang.IllegalStateException: wrapped")
        .contains("...[truncated]...")
        .contains("the last cause");
    assertThat(traceback.length()).isLessThan(17_000);
  }

  @Test
  void dropsTheLongestFieldsOfARecordThatIsTooLong() {
    Map<String, String> large = new HashMap<>();
    for (int i = 0; i < 800; i++) {
      large.put("key" + i, "v".repeat(100));
    }
    JsonNode line =
        line(
            Level.INFO,
            "imported",
            null,
            new KeyValuePair("count", 3),
            new KeyValuePair("large", large));
    assertThat(line.has("large")).isFalse();
    assertThat(line.at("/dropped_fields").toString()).isEqualTo("[\"large\"]");
    assertThat(line.at("/count").asInt()).isEqualTo(3);
    assertThat(line.at("/request_id").asString()).isEqualTo("r1");
  }

  @Test
  void staysWithinItsBytesEvenWithTheWorstCharacters() {
    String worst = "\u0001".repeat(20_000);
    JsonNode line = line(Level.ERROR, worst, new IllegalStateException(worst));
    assertThat(line.toString().length()).isLessThan(64 * 1024);
    assertThat(line.at("/event").asString()).endsWith("...[truncated]");
  }
}
