package dev.coderev.server.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coderev.server.testing.Answer;
import dev.coderev.server.testing.ApiClient;
import dev.coderev.server.testing.TestProjects;
import dev.coderev.server.testing.TestUsers;
import dev.coderev.server.testing.Waiting;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CodeAnalysisIntegrationTests {
  private final ApiClient client = TestUsers.person().client();

  @Test
  void answersInTheSameCall() {
    Answer done =
        client
            .post(
                "/api/analysis/code",
                Map.of("code", TestProjects.INJECTION, "language", "python", "include_ai", false))
            .expect(201);
    assertThat(done.field("id")).matches("code_analysis_[0-9a-f]{32}");
    assertThat(done.field("status")).isEqualTo("completed");
    assertThat(done.field("coverage.conclusion")).isEqualTo("findings");
    assertThat(done.json().at("/issues").size()).isPositive();
    assertThat(done.field("issues.0.category")).isEqualTo("security");
    assertThat(done.json().at("/issues/0/line").asInt()).isEqualTo(6);
    assertThat(done.json().at("/metrics/complexity").asInt()).isEqualTo(1);
    assertThat(done.json().at("/metrics/lines_of_code").asInt()).isEqualTo(5);
    assertThat(done.json().at("/score").asDouble()).isLessThan(100);
    assertThat(done.field("summary")).contains("1 issue");
    Answer results = client.get("/api/analysis/" + done.field("id") + "/results").expect(200);
    assertThat(results.json().at("/summary/total_issues").asInt())
        .isEqualTo(done.json().at("/issues").size());
    assertThat(results.json().at("/issues")).isEqualTo(done.json().at("/issues"));
  }

  @Test
  void saysThatTheModelWasMissing() {
    Answer done = client.post("/api/analyze/code", Map.of("code", "x = 1\n")).expect(201);
    assertThat(done.field("coverage.conclusion")).isEqualTo("partly_reviewed");
    assertThat(done.header("Link")).isEqualTo("</api/analysis/code>; rel=\"canonical\"");
    assertThat(
            client
                .post("/api/analysis/code", Map.of("code", "x = 1\n", "include_ai", false))
                .field("coverage.conclusion"))
        .isEqualTo("clean");
  }

  @Test
  void givesSarif() {
    String id =
        client
            .post("/api/analysis/code", Map.of("code", TestProjects.INJECTION))
            .expect(201)
            .field("id");
    Answer sarif =
        client
            .with("Accept", "application/sarif+json")
            .get("/api/analysis/" + id + "/results")
            .expect(200);
    assertThat(sarif.field("version")).isEqualTo("2.1.0");
    assertThat(sarif.json().at("/runs/0/results/0/partialFingerprints").size()).isPositive();
  }

  @Test
  void goesOnAsAJobWhenTheCallerDoesNotWait() {
    Answer queued =
        client
            .with("Prefer", "respond-async")
            .post("/api/analysis/code", Map.of("code", TestProjects.INJECTION))
            .expect(202);
    Answer done = Waiting.untilOver(client, queued.header("Location"));
    assertThat(done.field("status")).isEqualTo("completed");
    assertThat(done.json().at("/issues").size()).isPositive();
  }

  @Test
  void refusesWhatCannotBeAnalysed() {
    client.post("/api/analysis/code", Map.of()).problem(422, "validation_failed");
    client
        .post("/api/analysis/code", Map.of("code", "", "language", "cobol"))
        .problem(422, "validation_failed");
    client
        .post("/api/analysis/code", Map.of("code", "x".repeat(1_000_001)))
        .problem(422, "validation_failed");
    TestUsers.stranger()
        .post("/api/analysis/code", Map.of("code", "x"))
        .problem(401, "unauthenticated");
  }

  @Test
  void takesHostileNamesForNames() {
    for (String name :
        List.of("../../etc/passwd", "/abs/x.py", "..", "a/../../b", "x\ty.py", "é/")) {
      client.post("/api/analysis/code", Map.of("code", "x = 1\n", "file_path", name)).expect(201);
    }
  }

  @Test
  void runsOnlyTheRulesThatAreNamed() {
    Answer done =
        client
            .post(
                "/api/analysis/code",
                Map.of("code", TestProjects.INJECTION, "rules", List.of("no.such.rule")))
            .expect(201);
    assertThat(done.json().at("/issues").size()).isZero();
  }

  @Test
  void keepsAnAnalysisForItsUser() {
    String id =
        client.post("/api/analysis/code", Map.of("code", "x = 1\n")).expect(201).field("id");
    ApiClient other = TestUsers.person().client();
    other.get("/api/analysis/" + id + "/results").problem(404, "not_found");
    assertThat(client.get("/api/analysis/history").json().at("/total").asInt()).isEqualTo(1);
    assertThat(other.get("/api/analysis/history").json().at("/total").asInt()).isZero();
    assertThat(
            client
                .get(
                    "/api/analysis/history?language=python&status=completed&from=2020-01-01T00:00:00Z&to=2099-01-01T00:00:00%2B02:00")
                .field("items.0.id"))
        .isEqualTo(id);
    client.get("/api/analysis/history?status=odd").problem(422, "validation_failed");
    client.get("/api/analysis/history?from=yesterday").problem(422, "validation_failed");
  }
}
