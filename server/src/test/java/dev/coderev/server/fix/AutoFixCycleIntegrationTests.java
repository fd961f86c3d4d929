package dev.coderev.server.fix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coderev.server.testing.Answer;
import dev.coderev.server.testing.TestProjects;
import dev.coderev.server.testing.TestServer;
import dev.coderev.server.testing.TestUsers;
import dev.coderev.server.testing.TestUsers.Person;
import dev.coderev.server.testing.Waiting;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class AutoFixCycleIntegrationTests {
  private static final String START = "/api/auto-fix/start";

  /** Of a rule whose repairs no other test takes back: that would make its next ones unsure. */
  private static final String REPAIRABLE =
      """
      from flask import Flask

      app = Flask(__name__)
      app.config["SESSION_COOKIE_HTTPONLY"] = False
      """;

  private final Person owner = TestUsers.person();

  @Test
  void proposesProvenRepairsAndLeavesTheDecisionToPeople() {
    TestProjects.analysed(owner, Map.of("app.py", REPAIRABLE));
    Answer started = owner.client().post(START).expect(202);
    assertThat(started.field("status")).isEqualTo("started");
    Answer job = Waiting.untilOver(owner.client(), started.header("Location"));
    assertThat(job.field("status")).isEqualTo("completed");
    Answer pending = owner.client().get(job.field("result_url")).expect(200);
    assertThat(pending.json().at("/total").asInt()).isEqualTo(1);
    assertThat(pending.field("items.0.suggested_fix")).contains("True");
    Answer again = owner.client().post(START).expect(202);
    Waiting.untilOver(owner.client(), again.header("Location"));
    assertThat(owner.client().get("/api/auto-fix/fixes").json().at("/total").asInt()).isEqualTo(1);
    assertThat(owner.client().get("/api/auto-fix/status").field("phase")).isEqualTo("idle");
  }

  @Test
  void runsOneCycleOfAProjectAtATime() {
    String project = TestProjects.analysed(owner, Map.of("app.py", REPAIRABLE));
    TestServer.part(JdbcClient.class)
        .sql(
            """
            insert into jobs (id, kind, status, project_id, request_id, payload, created_at)
            values (?, 'auto_fix_cycle', 'running', ?, '-', '{}', now())
            """)
        .param("job_cycle" + project)
        .param(project)
        .update();
    assertThat(owner.client().get("/api/auto-fix/status").field("phase")).isEqualTo("generating");
    owner.client().post(START, Map.of("project_id", project)).problem(409, "conflict");
    owner.client().post(START).problem(409, "conflict");
    TestServer.part(JdbcClient.class)
        .sql("delete from jobs where id = ?")
        .param("job_cycle" + project)
        .update();
  }

  @Test
  void isForMaintainersOnly() {
    String project = TestProjects.create(owner);
    Person member = TestUsers.person();
    owner
        .client()
        .post("/api/projects/" + project + "/team", Map.of("user_id", member.id()))
        .expect(201);
    member.client().post(START, Map.of("project_id", project)).problem(403, "forbidden");
    member.client().post(START).problem(409, "conflict");
    TestUsers.person()
        .client()
        .post(START, Map.of("project_id", project))
        .problem(404, "not_found");
    TestUsers.viewer().client().post(START).problem(403, "forbidden");
  }
}
