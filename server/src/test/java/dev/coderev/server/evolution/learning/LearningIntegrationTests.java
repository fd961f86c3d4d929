package dev.coderev.server.evolution.learning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coderev.server.testing.Answer;
import dev.coderev.server.testing.ApiClient;
import dev.coderev.server.testing.TestProjects;
import dev.coderev.server.testing.TestServer;
import dev.coderev.server.testing.TestUsers;
import dev.coderev.server.testing.TestUsers.Person;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class LearningIntegrationTests {
  private static final String PATH = "/api/admin/learning";

  private final ApiClient admin = TestUsers.admin();

  private static void set(String state) {
    TestServer.part(JdbcClient.class)
        .sql("update learning_loop set state = ?, reason = null")
        .param(state)
        .update();
  }

  @BeforeEach
  @AfterEach
  void stopped() {
    set("stopped");
  }

  @Test
  void isStoppedAndHasLearntNothingBeforeAnythingTeachesIt() {
    Answer status = admin.get(PATH + "/status").expect(200);
    assertThat(status.field("state")).isEqualTo("stopped");
    assertThat(status.json().at("/last_update").isNull()).isTrue();
    assertThat(status.json().at("/samples_required").asLong()).isEqualTo(1000);
    Answer refused = admin.post("/api/admin/model/retraining").problem(409, "conflict");
    assertThat(refused.json().at("/samples").isNumber()).isTrue();
  }

  @Test
  void countsTheVerdictsOfPeople() {
    long before = admin.get(PATH + "/status").json().at("/samples").asLong();
    Person owner = TestUsers.person();
    String project = TestProjects.analysed(owner, Map.of("app.py", TestProjects.INJECTION));
    String issue = owner.client().get("/api/vulnerabilities?project_id=" + project).field("0.id");
    owner
        .client()
        .patch(
            "/api/vulnerabilities/" + issue + "/status",
            Map.of("status", "false_positive", "comment", "not reachable"))
        .expect(200);
    assertThat(admin.get(PATH + "/status").json().at("/samples").asLong()).isGreaterThan(before);
  }

  @Test
  void ordersAreFollowedOnlyWhereTheyArePossible() {
    Answer paused = admin.post(PATH + "/pause").problem(409, "invalid_transition");
    assertThat(paused.field("from")).isEqualTo("stopped");
    assertThat(paused.field("allowed.0")).isEqualTo("emergency_stopped");
    admin.post(PATH + "/resume").problem(409, "invalid_transition");
    admin.post(PATH + "/reset").problem(409, "invalid_transition");
    set("running");
    Answer held = admin.post(PATH + "/pause", Map.of("reason", "looks odd")).expect(200);
    assertThat(held.field("state")).isEqualTo("paused");
    assertThat(held.field("reason")).isEqualTo("looks odd");
    assertThat(admin.post(PATH + "/resume").expect(200).field("state")).isEqualTo("running");
    admin.post(PATH + "/emergency-stop").expect(200);
    admin.post(PATH + "/emergency-stop").problem(409, "invalid_transition");
    assertThat(admin.get(PATH + "/status").field("state")).isEqualTo("emergency_stopped");
    assertThat(admin.post(PATH + "/reset").expect(200).field("state")).isEqualTo("stopped");
    assertThat(admin.get("/api/admin/audit?action=learning_pause").json().at("/total").asLong())
        .isPositive();
    admin
        .post(PATH + "/emergency-stop", Map.of("reason", "x".repeat(501)))
        .problem(422, "validation_failed");
    TestUsers.person().client().get(PATH + "/status").problem(403, "forbidden");
    TestUsers.person().client().get("/api/admin/model/status").problem(403, "forbidden");
  }

  @Test
  void aServerWithoutAModelSaysSo() {
    Answer status = admin.get("/api/admin/model/status").expect(200);
    assertThat(status.field("state")).isEqualTo("absent");
    assertThat(status.field("health")).isEqualTo("unknown");
    assertThat(status.json().at("/model").isNull()).isTrue();
    assertThat(status.json().at("/requests/total").isNumber()).isTrue();
    assertThat(status.json().at("/adapters").isArray()).isTrue();
  }
}
