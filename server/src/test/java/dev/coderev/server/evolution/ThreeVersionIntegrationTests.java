package dev.coderev.server.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coderev.server.testing.Answer;
import dev.coderev.server.testing.ApiClient;
import dev.coderev.server.testing.TestServer;
import dev.coderev.server.testing.TestUsers;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class ThreeVersionIntegrationTests {
  private static final String PATH = "/api/three-version";

  private final JdbcClient database = TestServer.part(JdbcClient.class);
  private final ApiClient user = TestUsers.person().client();
  private final ApiClient admin = TestUsers.admin();
  private String candidate = "";

  @BeforeEach
  void review() {
    database.sql("delete from evolution_settings").update();
    user.post("/api/analysis/code", Map.of("code", "x = 1\n")).expect(201);
    candidate = "ver_" + user.get("/api/auth/me").field("id").substring("user-".length());
    database
        .sql(
            """
            insert into versions (id, name, manifest, state, state_since, created_at)
            values (?, 'A candidate', '{}', 'shadow', now() - interval '30 hours', now())
            """)
        .param(candidate)
        .update();
  }

  @AfterEach
  void close() {
    database.sql("delete from version_transitions where version_id = ?").param(candidate).update();
    database.sql("delete from versions where id = ?").param(candidate).update();
    database.sql("delete from evolution_settings").update();
  }

  @Test
  void reviewsAreMadeByTheVersionThatServes() {
    Answer status = user.get(PATH + "/status").expect(200);
    String stable = status.field("v2_production.version_id");
    assertThat(stable).matches("ver_[0-9a-f]{32}");
    assertThat(status.field("v2_production.state")).isEqualTo("stable");
    assertThat(status.json().at("/v2_production/traffic_percentage").asInt()).isEqualTo(100);
    assertThat(status.json().at("/v2_production/metrics/accuracy").isNull()).isTrue();
    assertThat(status.json().at("/v2_production/model").isNull()).isTrue();
    assertThat(status.field("v1_experiment.version_id")).isEqualTo(candidate);
    assertThat(status.json().at("/v1_experiment/metrics/latency_p95").isNull()).isTrue();
    assertThat(database.sql("select distinct version_id from analyses").query(String.class).list())
        .containsExactly(stable);
    Answer history = user.get(PATH + "/history").expect(200);
    assertThat(history.text()).contains("first_start").contains(stable);
  }

  @Test
  void showsWhatWasMeasuredAndNullForTheRest() {
    Answer metrics = user.get(PATH + "/metrics").expect(200);
    assertThat(metrics.json().at("/overall/total_requests").asInt()).isPositive();
    assertThat(metrics.json().at("/overall/avg_latency_ms").asDouble()).isPositive();
    assertThat(metrics.json().at("/overall/accuracy").isNull()).isTrue();
    assertThat(metrics.json().at("/by_version/v2/requests").asInt()).isPositive();
    assertThat(metrics.json().at("/by_version/v1/requests").asInt()).isZero();
    assertThat(metrics.json().at("/by_version/v1/error_rate").isNull()).isTrue();
    assertThat(metrics.json().at("/by_version/v3/requests").isNumber()).isTrue();
    assertThat(metrics.json().at("/time_series")).hasSize(24);
    assertThat(metrics.json().at("/time_series/23/requests").asInt()).isPositive();
    user.get(PATH + "/metrics?window_hours=0").problem(422, "validation_failed");
    Answer tried = user.get(PATH + "/experiments").expect(200);
    assertThat(tried.text()).contains(candidate).contains("\"shadow\"");
  }

  @Test
  void promotesNothingWithoutEvidence() {
    Answer refused =
        admin.post(PATH + "/promote", Map.of("version", candidate)).problem(409, "gate_failed");
    assertThat(refused.json().at("/checks")).hasSizeGreaterThanOrEqualTo(10);
    assertThat(refused.text()).doesNotContain("\"failed\"");
    assertThat(refused.json().at("/checks/0/outcome").asString()).isEqualTo("inconclusive");
    assertThat(refused.json().at("/checks/0/value").isNull()).isTrue();
    assertThat(refused.json().at("/checks/1/outcome").asString()).isEqualTo("successful");
    admin.post(PATH + "/promote", Map.of("version", "v2")).problem(409, "conflict");
    admin.post(PATH + "/promote", Map.of("version", "ver_none")).problem(404, "not_found");
    admin.post(PATH + "/promote", Map.of()).problem(422, "validation_failed");
    user.post(PATH + "/promote", Map.of("version", "v1")).problem(403, "forbidden");
  }

  @Test
  void withdrawsWhatIsTriedAndKeepsWhatServes() {
    Map<String, String> wish = Map.of("version", candidate, "reason", "a flaw");
    Answer moved = admin.post(PATH + "/demote", wish).expect(200);
    assertThat(moved.field("new_status.demoted_to")).isEqualTo("v3");
    assertThat(user.get(PATH + "/status").field("v3_legacy.state")).isEqualTo("quarantine");
    assertThat(user.get(PATH + "/history").field("items.0.reason")).isEqualTo("a flaw");
    admin.post(PATH + "/demote", wish).problem(409, "conflict");
    admin
        .post(PATH + "/demote", Map.of("version", "v2", "reason", "a flaw"))
        .problem(409, "conflict");
    admin.post(PATH + "/demote", Map.of("version", candidate)).problem(422, "validation_failed");
    assertThat(user.get(PATH + "/status").field("v2_production.state")).isEqualTo("stable");
  }

  @Test
  void evaluatesNothingWithoutAGoldSet() {
    admin.post(PATH + "/reevaluate", Map.of("version", "v2")).problem(409, "conflict");
    admin.post(PATH + "/reevaluate", Map.of("version", "none")).problem(404, "not_found");
  }

  @Test
  void limitsAreCheckedStoredAndShown() {
    Answer before = admin.get(PATH + "/config").expect(200);
    assertThat(before.json().at("/promotion_criteria/min_pairs").asInt()).isEqualTo(1000);
    assertThat(before.json().at("/promotion_criteria/max_error_rate").asDouble()).isEqualTo(0.05);
    assertThat(before.json().at("/promotion_criteria/gate_error_rate").asDouble()).isEqualTo(0.02);
    assertThat(before.json().at("/promotion_criteria/min_evaluation_hours").asInt()).isEqualTo(24);
    assertThat(before.json().at("/demotion_criteria/accuracy_drop_threshold").asDouble())
        .isEqualTo(0.10);
    assertThat(before.json().at("/traffic_allocation/v2_production").asInt()).isEqualTo(100);
    Answer changed =
        admin
            .put(PATH + "/config", Map.of("promotion_criteria", Map.of("min_pairs", 2000)))
            .expect(200);
    assertThat(changed.json().at("/promotion_criteria/min_pairs").asInt()).isEqualTo(2000);
    assertThat(changed.json().at("/promotion_criteria/min_accuracy").asDouble()).isEqualTo(0.85);
    assertThat(admin.get(PATH + "/config").json().at("/promotion_criteria/min_pairs").asInt())
        .isEqualTo(2000);
    for (Map<String, ?> wrong :
        java.util.List.of(
            Map.of("promotion_criteria", Map.of("min_accuracy", 1.5)),
            Map.of("demotion_criteria", Map.of("max_p95_ms", 0)))) {
      admin.put(PATH + "/config", wrong).problem(422, "validation_failed");
    }
    admin
        .put(PATH + "/config", Map.of("traffic_allocation", Map.of("v1_experiment", 100)))
        .problem(422, "validation_failed");
    admin
        .with("If-Match", "\"old\"")
        .put(PATH + "/config", Map.of())
        .problem(412, "precondition_failed");
    user.get(PATH + "/config").problem(403, "forbidden");
  }
}
