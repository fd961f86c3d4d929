package dev.coderev.server.platform.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coderev.server.platform.settings.SettingsReader;
import dev.coderev.server.start.CodeRevServer;
import dev.coderev.server.start.CodeRevServer.Mode;
import dev.coderev.server.testing.ApiClient;
import dev.coderev.server.testing.StandIn;
import dev.coderev.server.testing.StandIn.Given;
import dev.coderev.server.testing.StandIn.Received;
import dev.coderev.server.testing.TestProjects;
import dev.coderev.server.testing.TestUsers;
import dev.coderev.server.testing.TestUsers.Person;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What a collector is told of a server that works. */
class TraceExportIntegrationTests {
  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String PARENT = "00f067aa0ba902b7";

  @TempDir private Path folder;

  @Test
  void tellsOfRequestsTheirStatementsAndTheJobsThatTheyQueued() {
    List<JsonNode> spans = new ArrayList<>();
    String project;
    try (StandIn collector = StandIn.start()) {
      collector.on("POST", "/v1/traces", _ -> Given.json(200, Map.of()));
      try (CodeRevServer server =
          CodeRevServer.start(
              SettingsReader.read(
                  Map.of(
                      "ENVIRONMENT", "test",
                      "PORT", "0",
                      "DATA_PATH", folder.toString(),
                      "RATE_LIMIT_REQUESTS", "100000",
                      "TRACE_SAMPLE_RATIO", "1",
                      "OTEL_EXPORTER_OTLP_ENDPOINT", collector.url())),
              _ -> {},
              Mode.FAST)) {
        ApiClient client = new ApiClient("http://127.0.0.1:" + server.port());
        Map<String, String> account =
            Map.of("email", "t@example.org", "password", TestUsers.PASSWORD, "name", "A Person");
        String id = client.post("/api/auth/register", account).expect(201).field("user_id");
        Person owner = TestUsers.login(client, id, "t@example.org", TestUsers.PASSWORD);
        owner
            .client()
            .with("traceparent", "00-" + TRACE + "-" + PARENT + "-01")
            .get("/api/vulnerabilities?limit=7")
            .expect(200);
        owner
            .client()
            .post("/api/analysis/code", Map.of("code", TestProjects.INJECTION))
            .expect(201);
        project = TestProjects.analysed(owner, Map.of("app.py", TestProjects.INJECTION));
      }
      for (Received received : collector.received("POST", "/v1/traces")) {
        assertThat(received.headers()).containsEntry("content-type", "application/json");
        assertThat(attribute(received.json().at("/resourceSpans/0/resource"), "service.name"))
            .contains("coderev-platform");
        received.json().at("/resourceSpans/0/scopeSpans/0/spans").forEach(spans::add);
      }
    }
    JsonNode list = named(spans, "GET /api/vulnerabilities");
    assertThat(list.at("/traceId").asString()).isEqualTo(TRACE);
    assertThat(list.at("/parentSpanId").asString()).isEqualTo(PARENT);
    assertThat(list.at("/kind").asInt()).isEqualTo(2);
    assertThat(attribute(list, "http.response.status_code")).contains("200");
    JsonNode statement = named(spans, "Issues.list");
    assertThat(statement.at("/traceId").asString()).isEqualTo(TRACE);
    assertThat(statement.at("/parentSpanId").asString()).isEqualTo(list.at("/spanId").asString());
    assertThat(attribute(statement, "db.system.name")).contains("postgresql");
    assertThat(Long.parseLong(statement.at("/endTimeUnixNano").asString()))
        .isBetween(
            Long.parseLong(statement.at("/startTimeUnixNano").asString()),
            Long.parseLong(list.at("/endTimeUnixNano").asString()));

    JsonNode start = named(spans, "POST /api/projects/{id}/analyze");
    JsonNode job = named(spans, "job analysis");
    assertThat(job.at("/traceId").asString()).isNotEqualTo(start.at("/traceId").asString());
    assertThat(job.at("/links/0/traceId").asString()).isEqualTo(start.at("/traceId").asString());
    assertThat(named(spans, "analysis rules")).isNotNull();
    assertThat(named(spans, "analysis fetch").at("/traceId").asString())
        .isEqualTo(job.at("/traceId").asString());
    assertThat(named(spans, "POST /api/analysis/code").at("/status").has("code")).isFalse();
    assertThat(partsAreInTheirTraces(spans)).isTrue();
    assertThat(spans.toString()).doesNotContain(project, "example.org", "limit=7", "request.args");
  }

  private static JsonNode named(List<JsonNode> spans, String name) {
    return spans.stream()
        .filter(span -> span.at("/name").asString().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no span " + name));
  }

  private static Optional<String> attribute(JsonNode span, String key) {
    for (JsonNode attribute : span.at("/attributes")) {
      if (attribute.at("/key").asString().equals(key)) {
        JsonNode value = attribute.at("/value");
        return Optional.of(value.iterator().next().asString());
      }
    }
    return Optional.empty();
  }

  /** Whether each span that names a parent of this server is in the trace of that one. */
  private static boolean partsAreInTheirTraces(List<JsonNode> spans) {
    Map<String, String> traces = new HashMap<>();
    spans.forEach(
        span -> traces.put(span.at("/spanId").asString(), span.at("/traceId").asString()));
    return spans.stream()
        .filter(span -> traces.containsKey(span.at("/parentSpanId").asString()))
        .allMatch(span ->
            span.at("/traceId").asString().equals(traces.get(span.at("/parentSpanId").asString())));
  }
}
