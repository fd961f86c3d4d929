package dev.coderev.server.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coderev.server.testing.Answer;
import dev.coderev.server.testing.ApiClient;
import dev.coderev.server.testing.TestServer;
import dev.coderev.server.testing.TestUsers;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class ExperimentIntegrationTests {
  private static final String PATH = "/api/admin/experiments";

  private final JdbcClient database = TestServer.part(JdbcClient.class);
  private final ApiClient admin = TestUsers.admin();
  private String stable = "";

  @BeforeEach
  void versions() {
    TestUsers.person().client().post("/api/analysis/code", Map.of("code", "x = 1\n")).expect(201);
    stable = admin.get("/api/three-version/status").field("v2_production.version_id");
    database
        .sql(
            """
            insert into versions (id, name, manifest, state, state_since, created_at)
            values ('ver_other', 'Another one', '{}', 'shadow', now(), now())
            """)
        .update();
  }

  @AfterEach
  void close() {
    database.sql("delete from experiments").update();
    database.sql("delete from versions where id = 'ver_other'").update();
  }

  private Map<String, Object> wanted(Map<String, ?> more) {
    Map<String, Object> body =
        new HashMap<>(Map.of("name", "A trial", "variant_a", stable, "variant_b", "ver_other"));
    body.putAll(more);
    return body;
  }

  @Test
  void livesFromDraftToItsEndWithoutAnInventedWinner() {
    Answer made = admin.post(PATH, wanted(Map.of())).expect(201);
    String one = made.header("Location");
    Answer draft = admin.get(one).expect(200);
    assertThat(draft.field("status")).isEqualTo("draft");
    assertThat(draft.field("variant_b.name")).isEqualTo("Another one");
    assertThat(draft.json().at("/traffic_split").asInt()).isEqualTo(50);
    assertThat(draft.json().at("/start_date").isNull()).isTrue();
    Answer running = admin.put(one, Map.of("status", "running", "traffic_split", 20)).expect(200);
    assertThat(running.field("start_date")).isNotEmpty();
    admin.delete(one).problem(409, "conflict");
    admin.put(one, Map.of("status", "draft")).problem(409, "invalid_transition");
    Answer over = admin.put(one, Map.of("status", "completed")).expect(200);
    assertThat(over.json().at("/winner").isNull()).isTrue();
    admin.put(one, Map.of("name", "later")).problem(409, "invalid_transition");
    assertThat(admin.get(PATH).json().at("/total").asInt()).isEqualTo(1);
    admin.delete(one).expect(204);
    admin.get(one).problem(404, "not_found");
    admin.delete(one).problem(404, "not_found");
  }

  @Test
  void refusesWhatCannotBeCompared() {
    admin.post(PATH, wanted(Map.of("variant_b", stable))).problem(422, "validation_failed");
    admin.post(PATH, wanted(Map.of("variant_b", "ver_none"))).problem(404, "not_found");
    admin.post(PATH, wanted(Map.of("traffic_split", 101))).problem(422, "validation_failed");
    admin
        .post(PATH, wanted(Map.of("end_date", Instant.now().minus(1, ChronoUnit.DAYS).toString())))
        .problem(422, "validation_failed");
    admin.post(PATH, Map.of()).problem(422, "validation_failed");
    String one = admin.post(PATH, wanted(Map.of())).header("Location");
    admin.put(one, Map.of("status", "won")).problem(422, "validation_failed");
    admin.put(one, Map.of("winner", "ver_other")).problem(422, "validation_failed");
    admin
        .with("If-Match", "\"old\"")
        .put(one, Map.of("name", "x"))
        .problem(412, "precondition_failed");
    admin.put(PATH + "/none", Map.of("name", "x")).problem(404, "not_found");
    TestUsers.person().client().get(PATH).problem(403, "forbidden");
  }
}
