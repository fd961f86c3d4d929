package dev.coderev.server.provider.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coderev.model.init.Presets;
import dev.coderev.model.init.RandomCheckpoint;
import dev.coderev.model.tensor.DType;
import dev.coderev.server.platform.database.DatabaseAddress;
import dev.coderev.server.platform.secret.MasterKey;
import dev.coderev.server.platform.settings.SettingsReader;
import dev.coderev.server.provider.registry.ProviderBudget;
import dev.coderev.server.start.CodeRevServer;
import dev.coderev.server.testing.Answer;
import dev.coderev.server.testing.ApiClient;
import dev.coderev.server.testing.ApiOperation;
import dev.coderev.server.testing.HostileRequests;
import dev.coderev.server.testing.TestProjects;
import dev.coderev.server.testing.TestServer;
import dev.coderev.server.testing.TestUsers;
import dev.coderev.server.testing.TestUsers.Person;
import dev.coderev.server.testing.Waiting;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A model node beside the test server, on the same database, with a small model of its own. */
class ModelInterfaceIntegrationTests {
  private static final Person PERSON = TestUsers.person();
  private static final String KEY = TestProjects.secret(PERSON, List.of("model:use"));
  @TempDir private static Path folder;
  private static CodeRevServer server;
  private static ApiClient node;

  private final ApiClient client = node.with("X-API-Key", KEY);

  @BeforeAll
  static void start() throws IOException {
    Path model = folder.resolve("tiny.gguf");
    RandomCheckpoint.write(model, "tiny", Presets.all().get("tiny-qwen2"), DType.Q8_0, 9);
    DatabaseAddress database = TestServer.part(DatabaseAddress.class);
    Map<String, String> settings = new HashMap<>();
    settings.put("ENVIRONMENT", "test");
    settings.put("PORT", "0");
    settings.put("ROLES", "model");
    settings.put("MODEL_PATH", model.toString());
    settings.put("DATA_PATH", folder.resolve("data").toString());
    settings.put("DATABASE_URL", database.url());
    settings.put("DATABASE_USER", database.user());
    database.password().ifPresent(word -> settings.put("DATABASE_PASSWORD", word));
    settings.put("SECRET_KEY", Files.readString(MasterKey.file(TestServer.dataFolder())).strip());
    settings.put("PROVIDER_DAILY_TOKENS", "100000");
    settings.put("RATE_LIMIT_REQUESTS", "1000000");
    server = CodeRevServer.start(SettingsReader.read(settings), _ -> {}, CodeRevServer.Mode.FAST);
    node = new ApiClient("http://127.0.0.1:" + server.port());
    ApiClient signedIn = node.with("X-API-Key", KEY);
    Waiting.until(() -> signedIn.get("/v1/models"), answer -> answer.status() == 200);
  }

  @AfterAll
  static void close() {
    server.close();
  }

  private static Map<String, Object> chat(boolean stream) {
    return Map.of(
        "model",
        "tiny.gguf",
        "prompt",
        "int x",
        "max_tokens",
        9,
        "temperature",
        0.8,
        "seed",
        7_000_000_000L,
        "stream",
        stream,
        "stream_options",
        Map.of("include_usage", true));
  }

  @Test
  void listsItsModel() {
    Answer list = client.get("/v1/models").expect(200);
    assertThat(list.header("Content-Type")).startsWith("application/json");
    assertThat(list.field("object")).isEqualTo("list");
    assertThat(list.field("data.0.id")).isEqualTo("tiny.gguf");
    assertThat(list.json().at("/data/0/created").asLong()).isPositive();
    assertThat(client.get("/v1/models/tiny.gguf").expect(200).field("owned_by")).isEqualTo("local");
    assertThat(client.get("/v1/models/none").expect(404).field("error.code"))
        .isEqualTo("not_found");
  }

  @Test
  void aStreamGivesTheTextOfTheWholeAnswerAndWhatItTook() {
    Answer whole = client.post("/v1/completions", chat(false)).expect(200);
    assertThat(whole.field("choices.0.finish_reason")).isEqualTo("length");
    assertThat(whole.json().at("/usage/completion_tokens").asInt()).isEqualTo(9);
    Answer streamed = client.post("/v1/completions", chat(true)).expect(200);
    assertThat(streamed.header("Content-Type")).startsWith("text/event-stream");
    assertThat(streamed.text()).endsWith("data: [DONE]\n\n").contains("\"usage\"");
    StringBuilder text = new StringBuilder();
    streamed
        .text()
        .lines()
        .filter(line -> line.startsWith("data: {"))
        .map(line ->
            new Answer(200, streamed.headers(), line.substring(6).getBytes(StandardCharsets.UTF_8)))
        .forEach(event -> text.append(event.json().at("/choices/0/text").asString("")));
    assertThat(text).hasToString(whole.field("choices.0.text"));
  }

  @Test
  void refusesInTheFormThatModelClientsRead() {
    Answer nobody = node.get("/v1/models").expect(401);
    assertThat(nobody.header("WWW-Authenticate")).isEqualTo("Bearer");
    assertThat(nobody.header("Content-Type")).startsWith("application/json");
    assertThat(nobody.field("error.type")).isEqualTo("authentication_error");
    assertThat(nobody.field("error.code")).isEqualTo("unauthenticated");
    assertThat(nobody.json().at("/error").has("param")).isTrue();
    ApiClient other = node.with("X-API-Key", TestProjects.secret(PERSON, List.of("project:read")));
    assertThat(other.get("/v1/models").expect(403).field("error.code")).isEqualTo("scope_missing");
    assertThat(
            client
                .post("/v1/chat/completions", Map.of("model", "tiny.gguf"))
                .expect(400)
                .field("error.type"))
        .isEqualTo("invalid_request_error");
    Answer two =
        client.post("/v1/completions", Map.of("model", "tiny.gguf", "prompt", "a", "n", 2));
    assertThat(two.expect(400).field("error.code")).isEqualTo("unsupported_parameter");
    assertThat(two.field("error.param")).isEqualTo("n");
    assertThat(
            client
                .with("Content-Type", "text/plain")
                .send("POST", "/v1/completions", BodyPublishers.ofString("a"))
                .expect(415)
                .field("error.code"))
        .isEqualTo("unsupported_media_type");
    assertThat(
            client
                .with("Content-Type", "application/json")
                .send("POST", "/v1/completions", BodyPublishers.ofString("{"))
                .expect(400)
                .field("error.code"))
        .isEqualTo("malformed_request");
    assertThat(client.delete("/v1/models").expect(405).header("Allow")).contains("GET");
    assertThat(client.get("/v1/none").expect(404).field("error.code")).isEqualTo("not_found");
  }

  @Test
  void aNodeWithoutTheRoleOrTheModelSaysSo() {
    Answer unloaded = PERSON.client().get("/v1/models").expect(503);
    assertThat(unloaded.header("Retry-After")).isEqualTo("10");
    assertThat(unloaded.field("error.code")).isEqualTo("unavailable");
    assertThat(client.get("/api/projects").expect(404).field("code")).isEqualTo("not_found");
    assertThat(client.get("/health").expect(200).field("status")).isEqualTo("healthy");
  }

  @Test
  void countsWhatItAnswersAndKeepsToTheBudget() {
    String before = node.get("/metrics").expect(200).text();
    client.post("/v1/completions", chat(false)).expect(200);
    String after = node.get("/metrics").expect(200).text();
    for (String series :
        List.of(
            "coderev_ai_requests_total{provider=\"local\",model=\"tiny.gguf\",status=\"success\"}",
            "coderev_ai_tokens_used_total{provider=\"local\",model=\"tiny.gguf\",token_type=\"completion\"}",
            "coderev_model_tokens_total{phase=\"decode\"}",
            "coderev_model_decode_tokens_per_second_count",
            "coderev_ai_time_to_first_token_seconds_count{provider=\"local\",model=\"tiny.gguf\"}")) {
      assertThat(value(after, series)).as(series).isGreaterThan(value(before, series));
    }
    assertThat(after)
        .containsPattern(
            "coderev_model_loaded\\{model=\"tiny.gguf\",quantization=\"(int8|fp16|bf16|none)\"} 1");
    assertThat(after)
        .containsPattern("coderev_model_size_bytes\\{model=\"tiny.gguf\",[^}]*} [1-9]")
        .containsPattern("coderev_model_load_duration_seconds_count\\{[^}]*} 1\n");
    // Dependencies are looked at every few seconds.
    Waiting.until(
        () -> node.get("/metrics").expect(200),
        answer -> value(answer.text(), "coderev_dependency_up{dependency=\"model\"}") == 1);
    Answer metrics = TestUsers.admin().get("/api/admin/providers/local/metrics").expect(200);
    assertThat(metrics.json().at("/requests_today").asLong()).isPositive();
    var database = TestServer.part(org.springframework.jdbc.core.simple.JdbcClient.class);
    database
        .sql(
            "insert into provider_calls (provider_id, happened_at, latency_ms, succeeded,"
                + " input_tokens, output_tokens) values ('local', now(), 1, true, 100000, 0)")
        .update();
    try {
      Answer refused = client.post("/v1/completions", chat(false)).expect(429);
      assertThat(refused.field("error.code")).isEqualTo("budget_exhausted");
      assertThat(refused.header("Retry-After")).isNotEmpty();
    } finally {
      database.sql("delete from provider_calls where input_tokens = 100000").update();
    }
  }

  @Test
  void requestsInFlightTogetherStayWithinTheBudget() throws Exception {
    var database = TestServer.part(org.springframework.jdbc.core.simple.JdbcClient.class);
    var budget = server.application().getBean(ProviderBudget.class);
    // What an answer took is written down after its last byte, so that another test's may be under
    // way.
    untilNothingIsReserved();
    long used = budget.usage("local").tokensToday();
    long left = 100_000 - used - 50;
    ProviderBudget.Reservation other = budget.tryReserve("local", left).orElseThrow();
    assertThat(budget.tryReserve("local", 51)).isEmpty();
    try {
      Map<String, Object> wide = new HashMap<>(chat(false));
      wide.put("max_tokens", 60);
      Answer refused = client.post("/v1/completions", wide).expect(429);
      assertThat(refused.field("error.code")).isEqualTo("insufficient_quota");
      assertThat(refused.header("Retry-After")).isNotEmpty();
      client.post("/v1/completions", chat(false)).expect(200);
    } finally {
      other.close();
    }
    untilNothingIsReserved();
    database
        .sql(
            "insert into provider_reservations (provider_id, tokens, ends_at)"
                + " values ('local', 1000000, now() - interval '1 second')")
        .update();
    client.post("/v1/completions", chat(false)).expect(200);
  }

  private static void untilNothingIsReserved() throws Exception {
    var database = TestServer.part(org.springframework.jdbc.core.simple.JdbcClient.class);
    Waiting.untilTrue(() ->
        database
                .sql("select count(*) from provider_reservations where provider_id = 'local'")
                .query(Long.class)
                .single()
            == 0);
  }

  private static double value(String scrape, String series) {
    return scrape
        .lines()
        .filter(line -> line.startsWith(series + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(series.length() + 1)))
        .findFirst()
        .orElse(0);
  }

  @Test
  void stopsGeneratingWhenTheClientIsGone() throws Exception {
    String body =
        "{\"model\":\"tiny.gguf\",\"prompt\":\"a\",\"max_tokens\":4000,\"stream\":true,"
            + "\"temperature\":2}";
    double before =
        value(node.get("/metrics").text(), "coderev_model_tokens_total{phase=\"decode\"}");
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket
          .getOutputStream()
          .write(
              ("POST /v1/completions HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nX-API-Key: "
                      + KEY
                      + "\r\nContent-Length: "
                      + body.length()
                      + "\r\n\r\n"
                      + body)
                  .getBytes(StandardCharsets.UTF_8));
      assertThat(socket.getInputStream().readNBytes(300)).hasSize(300);
    }
    Waiting.untilTrue(() ->
        value(node.get("/metrics").text(), "coderev_ai_requests_in_flight{provider=\"local\"}")
            == 0);
    double written =
        value(node.get("/metrics").text(), "coderev_model_tokens_total{phase=\"decode\"}") - before;
    assertThat(written).as("of 4,000").isBetween(1.0, 3000.0);
  }

  @Test
  void hostileQuestionsAreRefusedAndBreakNothing() {
    JsonNode document = TestServer.client().get("/openapi.json").expect(200).json();
    HostileRequests requests = new HostileRequests(document, List.of("tiny.gguf"), 1);
    for (int round = 0; round < 40; round++) {
      for (ApiOperation operation : ApiOperation.of(document)) {
        if (operation.path().startsWith("/v1/")) {
          HostileRequests.Request request = requests.next(operation);
          Answer answer = request.send(client);
          assertThat(answer.status()).as(request + answer.text()).isLessThan(500);
          if (answer.status() >= 400) {
            assertThat(answer.json().at("/error/message").asString(""))
                .as(request + answer.text())
                .isNotEmpty()
                .doesNotContain("Exception");
          }
        }
      }
    }
    client.post("/v1/completions", chat(false)).expect(200);
  }
}
