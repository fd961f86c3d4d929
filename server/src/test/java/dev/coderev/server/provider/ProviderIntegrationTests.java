package dev.coderev.server.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coderev.server.testing.Answer;
import dev.coderev.server.testing.ApiClient;
import dev.coderev.server.testing.StandIn;
import dev.coderev.server.testing.StandIn.Given;
import dev.coderev.server.testing.TestServer;
import dev.coderev.server.testing.TestUsers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class ProviderIntegrationTests {
  private static final String LIST = "/api/admin/providers";

  private final ApiClient admin = TestUsers.admin();
  private final StandIn service = StandIn.start();

  @AfterEach
  void close() {
    service.close();
  }

  private static Given openAiAnswer(StandIn.Received question) {
    assertThat(question.headers().get("authorization")).isEqualTo("Bearer sk-very-secret");
    assertThat(question.json().at("/model").asString()).isEqualTo("small");
    assertThat(question.json().at("/messages/0/role").asString()).isEqualTo("user");
    assertThat(question.json().at("/max_completion_tokens").asInt()).isPositive();
    return Given.json(
        200,
        Map.of(
            "choices",
            List.of(Map.of("message", Map.of("role", "assistant", "content", "OK"))),
            "usage",
            Map.of("prompt_tokens", 3, "completion_tokens", 1)));
  }

  private void setUp(String id, Map<String, ?> more) {
    Map<String, Object> edit = new HashMap<>(more);
    edit.put("enabled", true);
    edit.putIfAbsent("base_url", service.url() + "/v1");
    admin.put(LIST + "/" + id, edit).expect(200);
  }

  @Test
  void listsProvidersAndNeverTheirKeys() {
    admin.put(LIST + "/openai", Map.of("api_key", "sk-very-secret")).expect(200);
    Answer list = admin.get(LIST).expect(200);
    assertThat(list.json().at("/total").asInt()).isEqualTo(6);
    Answer one = admin.get(LIST + "/openai").expect(200);
    assertThat(one.json().at("/has_key").asBoolean()).isTrue();
    assertThat(list.text() + one.text()).doesNotContain("sk-very-secret");
    byte[] sealed =
        TestServer.part(JdbcClient.class)
            .sql("select sealed_key from providers where id = 'openai'")
            .query(byte[].class)
            .single();
    assertThat(new String(sealed, java.nio.charset.StandardCharsets.ISO_8859_1))
        .doesNotContain("very-secret");
    Map<String, Object> clear = new HashMap<>();
    clear.put("api_key", null);
    assertThat(admin.put(LIST + "/openai", clear).json().at("/has_key").asBoolean()).isFalse();
    admin.get(LIST + "/none").problem(404, "not_found");
    admin.get(LIST + "/none/models").problem(404, "not_found");
    admin.get(LIST + "/none/metrics").problem(404, "not_found");
    TestUsers.person().client().get(LIST).problem(403, "forbidden");
  }

  @Test
  void reallyCallsAnOpenAiCompatibleService() {
    service
        .on(
            "GET",
            "/v1/models",
            _ -> Given.json(200, Map.of("data", List.of(Map.of("id", "small")))))
        .on("POST", "/v1/chat/completions", ProviderIntegrationTests::openAiAnswer);
    setUp("other", Map.of("api_key", "sk-very-secret"));
    long before =
        admin.get(LIST + "/other/metrics").expect(200).json().at("/requests_total").asLong();
    Answer tested = admin.post(LIST + "/other/test").expect(200);
    assertThat(tested.field("status")).as(tested.text()).isEqualTo("success");
    assertThat(service.received("POST", "/v1/chat/completions")).hasSize(1);
    assertThat(admin.get(LIST + "/other/models").field("models.0")).isEqualTo("small");
    Answer metrics = admin.get(LIST + "/other/metrics");
    assertThat(metrics.json().at("/requests_total").asLong()).isEqualTo(before + 1);
    assertThat(metrics.json().at("/cost_today").isNull()).isTrue();
  }

  @Test
  void reallyCallsAnthropic() {
    service
        .on("GET", "/v1/models", _ -> Given.json(200, Map.of("data", List.of(Map.of("id", "a-1")))))
        .on(
            "POST",
            "/v1/messages",
            question -> {
              assertThat(question.headers().get("x-api-key")).isEqualTo("key-a");
              assertThat(question.headers().get("anthropic-version")).isEqualTo("2023-06-01");
              assertThat(question.json().at("/max_tokens").asInt()).isPositive();
              return Given.json(
                  200,
                  Map.of(
                      "content",
                      List.of(Map.of("type", "text", "text", "OK")),
                      "usage",
                      Map.of("input_tokens", 5, "output_tokens", 2)));
            });
    setUp("anthropic", Map.of("api_key", "key-a", "base_url", service.url()));
    assertThat(admin.post(LIST + "/anthropic/test").field("status")).isEqualTo("success");
    assertThat(admin.get(LIST + "/anthropic").field("status")).isEqualTo("healthy");
  }

  @Test
  void reallyCallsOllama() {
    service
        .on(
            "GET",
            "/api/tags",
            _ -> Given.json(200, Map.of("models", List.of(Map.of("name", "l")))))
        .on(
            "POST",
            "/api/chat",
            question -> {
              assertThat(question.json().at("/stream").asBoolean(true)).isFalse();
              assertThat(question.json().at("/model").asString()).isEqualTo("mine");
              return Given.json(
                  200, Map.of("message", Map.of("role", "assistant", "content", "OK")));
            });
    setUp("ollama", Map.of("default_model", "mine", "base_url", service.url() + "/"));
    assertThat(admin.post(LIST + "/ollama/test").field("status")).isEqualTo("success");
  }

  @Test
  void triesAgainWhatMayPassAndSaysWhatDoesNot() {
    AtomicInteger tries = new AtomicInteger();
    service
        .on(
            "GET",
            "/v1/models",
            _ -> Given.json(200, Map.of("data", List.of(Map.of("id", "small")))))
        .on(
            "POST",
            "/v1/chat/completions",
            question ->
                tries.incrementAndGet() < 3
                    ? new Given(503, Map.of("Retry-After", "0"), "busy")
                    : openAiAnswer(question));
    setUp("huggingface", Map.of("api_key", "sk-very-secret"));
    assertThat(admin.post(LIST + "/huggingface/test").field("status")).isEqualTo("success");
    assertThat(tries).hasValue(3);
    service.on("POST", "/v1/chat/completions", _ -> new Given(401, Map.of(), "sk-very-secret"));
    Answer refused = admin.post(LIST + "/huggingface/test").expect(200);
    assertThat(refused.field("status")).isEqualTo("failure");
    assertThat(refused.field("message")).contains("401").doesNotContain("secret");
    assertThat(admin.get(LIST + "/huggingface").field("status")).isEqualTo("degraded");
    admin.post(LIST + "/none/test").problem(404, "not_found");
  }

  @Test
  void keepsToTheRateLimitOfAProvider() {
    setUp("local", Map.of("rate_limit", 1));
    assertThat(admin.post(LIST + "/local/test").expect(200).field("status")).isEqualTo("failure");
    Answer limited = admin.post(LIST + "/local/test").problem(429, "rate_limited");
    assertThat(limited.header("Retry-After")).isNotEmpty();
  }

  @Test
  void refusesPrivateAddressesUnlessAllowed() {
    for (String url :
        List.of(
            "http://127.0.0.1:9/v1",
            "http://169.254.169.254/",
            "http://[::1]/",
            "http://10.1.1.1")) {
      admin.put(LIST + "/other", Map.of("base_url", url)).problem(422, "validation_failed");
    }
    admin.put(LIST + "/other", Map.of("base_url", "file:///x")).problem(422, "validation_failed");
    admin.put(LIST + "/other", Map.of("rate_limit", 0)).problem(422, "validation_failed");
    admin.put(LIST + "/other", Map.of("colour", "red")).problem(422, "validation_failed");
    admin.put(LIST + "/none", Map.of("enabled", true)).problem(404, "not_found");
    admin
        .with("If-Match", "\"old\"")
        .put(LIST + "/other", Map.of("enabled", true))
        .problem(412, "precondition_failed");
  }
}
