package dev.coderev.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coderev.server.testing.Answer;
import dev.coderev.server.testing.ApiClient;
import dev.coderev.server.testing.TestServer;
import dev.coderev.server.testing.TestUsers;
import java.util.List;
import org.junit.jupiter.api.Test;

class HealthIntegrationTests {
  private final ApiClient client = TestServer.client();

  @Test
  void isAliveAndReadyAfterTheStart() {
    assertThat(client.get("/health/live").expect(200).field("status")).isEqualTo("alive");
    assertThat(client.get("/health/ready").expect(200).field("status")).isEqualTo("ready");
    Answer overall = client.get("/health").expect(200);
    assertThat(overall.field("status")).isEqualTo("healthy");
    assertThat(overall.field("version")).matches("\\d+\\.\\d+\\.\\d+");
    assertThat(overall.json().has("components")).isFalse();
  }

  @Test
  void saysWhatItIs() {
    assertThat(client.get("/").expect(200).field("status")).isEqualTo("running");
    Answer info = client.get("/api/info").expect(200);
    assertThat(info.field("name")).isEqualTo("AI Code Review Platform API");
    assertThat(info.json().at("/modules").size()).isPositive();
  }

  @Test
  void guardsEveryAnswerWithHeaders() {
    Answer answer = client.get("/health");
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.header("X-Frame-Options")).isEqualTo("SAMEORIGIN");
    assertThat(answer.header("Content-Security-Policy")).contains("object-src 'none'");
    assertThat(answer.header("Content-Type")).isEqualTo("application/json;charset=utf-8");
  }

  @Test
  void keepsAGoodRequestIdAndReplacesABadOne() {
    assertThat(client.with("X-Request-ID", "abc-1").get("/").header("X-Request-ID"))
        .isEqualTo("abc-1");
    assertThat(client.with("X-Request-ID", "<x>").get("/").header("X-Request-ID"))
        .matches("[0-9a-f]{8}");
  }

  @Test
  void answersUnknownPathsAndMethodsWithProblems() {
    client.get("/nowhere").problem(404, "not_found");
    client.get("/api/nowhere").problem(401, "unauthenticated");
    client.get("/health/").problem(404, "not_found");
    assertThat(client.post("/health").problem(405, "method_not_allowed").header("Allow"))
        .contains("GET");
    client.with("Accept", "image/png").get("/health").problem(406, "not_acceptable");
  }

  @Test
  void takesNoPathOfItsOwnForAnIdentifier() {
    ApiClient person = TestUsers.person().client();
    for (String path :
        List.of("/api/vulnerabilities/scan", "/api/reports/generate", "/api/reports/schedule")) {
      assertThat(person.get(path).problem(405, "method_not_allowed").header("Allow"))
          .as(path)
          .isEqualTo("POST");
      client.get(path).problem(401, "unauthenticated");
    }
    person.get("/api/vulnerabilities/stats").expect(200);
    person.get("/api/vulnerabilities/other").problem(404, "not_found");
  }

  @Test
  void answersAnUnchangedObjectWithoutBody() {
    Answer first = client.get("/api/info").expect(200);
    assertThat(first.header("ETag")).startsWith("\"");
    Answer again = client.with("If-None-Match", first.header("ETag")).get("/api/info").expect(304);
    assertThat(again.bytes()).isEmpty();
  }

  @Test
  void letsOnlyNamedOriginsIn() {
    assertThat(
            client
                .with("Origin", "http://localhost:3000")
                .get("/health")
                .header("Access-Control-Allow-Origin"))
        .isEqualTo("http://localhost:3000");
    client.with("Origin", "http://evil.example").get("/health").expect(403);
  }
}
