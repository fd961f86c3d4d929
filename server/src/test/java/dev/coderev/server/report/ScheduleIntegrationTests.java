package dev.coderev.server.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coderev.server.testing.Answer;
import dev.coderev.server.testing.ApiClient;
import dev.coderev.server.testing.TestProjects;
import dev.coderev.server.testing.TestServer;
import dev.coderev.server.testing.TestUsers;
import dev.coderev.server.testing.TestUsers.Person;
import dev.coderev.server.testing.Waiting;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class ScheduleIntegrationTests {
  private static final String SCHEDULE = "/api/reports/schedule";
  private static final String LIST = "/api/reports/schedules";

  private final Person owner = TestUsers.person();
  private final ApiClient client = owner.client();

  private Map<String, Object> wanted(Map<String, ?> more) {
    Map<String, Object> body =
        new HashMap<>(
            Map.of(
                "type",
                "summary",
                "format",
                "json",
                "schedule",
                "0 6 * * 1",
                "recipients",
                List.of(owner.email())));
    body.putAll(more);
    return body;
  }

  private static void makeDue(String id) {
    TestServer.part(JdbcClient.class)
        .sql("update report_schedules set next_run = now() - interval '3 days' where id = ?")
        .param(id)
        .update();
  }

  @Test
  void aScheduleIsMadeChangedAndRemoved() {
    Answer made = client.post(SCHEDULE, wanted(Map.of("name", "Weekly"))).expect(201);
    assertThat(Instant.parse(made.field("next_run"))).isAfter(Instant.now());
    String id = made.field("id");
    Answer list = client.get(LIST).expect(200);
    assertThat(list.field("items.0.id")).isEqualTo(id);
    assertThat(list.field("items.0.name")).isEqualTo("Weekly");
    assertThat(list.json().at("/items/0/last_run").isNull()).isTrue();
    Answer changed =
        client
            .put(LIST + "/" + id, Map.of("schedule", "*/5 * * * *", "enabled", false))
            .expect(200);
    assertThat(changed.json().at("/enabled").asBoolean()).isFalse();
    assertThat(changed.field("format")).isEqualTo("json");
    client
        .with("If-Match", "\"old\"")
        .put(LIST + "/" + id, Map.of("enabled", true))
        .problem(412, "precondition_failed");
    ApiClient other = TestUsers.person().client();
    other.put(LIST + "/" + id, Map.of("enabled", true)).problem(404, "not_found");
    other.delete(LIST + "/" + id).problem(404, "not_found");
    client.delete(LIST + "/" + id).expect(204);
    client.delete(LIST + "/" + id).problem(404, "not_found");
  }

  @Test
  void refusesWhatCannotBeRunOrSent() {
    for (Map<String, ?> wrong :
        List.of(
            Map.of("schedule", "every day"),
            Map.of("schedule", "0 0 30 2 *"),
            Map.of("type", "novel"),
            Map.of("format", "doc"),
            Map.of("recipients", List.of()),
            Map.of("recipients", List.of("nobody@elsewhere.example")),
            Map.of("recipients", List.of("no address")))) {
      client.post(SCHEDULE, wanted(wrong)).problem(422, "validation_failed");
    }
    client.post(SCHEDULE, Map.of()).problem(422, "validation_failed");
    String foreign = TestProjects.create(TestUsers.person());
    client.post(SCHEDULE, wanted(Map.of("project_id", foreign))).problem(404, "not_found");
    String id = client.post(SCHEDULE, wanted(Map.of())).expect(201).field("id");
    client.put(LIST + "/" + id, Map.of("schedule", "never")).problem(422, "validation_failed");
  }

  @Test
  void aDueReportIsMadeOnce() {
    String id = client.post(SCHEDULE, wanted(Map.of("name", "Due"))).expect(201).field("id");
    makeDue(id);
    TestServer.part(ReportScheduling.class).runDue();
    TestServer.part(ReportScheduling.class).runDue();
    Answer reports = client.get("/api/reports").expect(200);
    assertThat(reports.json().at("/total").asInt()).isEqualTo(1);
    assertThat(reports.field("items.0.name")).isEqualTo("Due");
    Waiting.untilOver(client, "/api/reports/" + reports.field("items.0.id") + "/status");
    client.get(reports.field("items.0.download_url")).expect(200);
    Answer list = client.get(LIST).expect(200);
    assertThat(list.field("items.0.last_run")).isNotEmpty();
    assertThat(Instant.parse(list.field("items.0.next_run"))).isAfter(Instant.now());
  }

  @Test
  void aScheduleThatCannotRunStopsNoOther() {
    String project = TestProjects.create(owner);
    String stuck =
        client.post(SCHEDULE, wanted(Map.of("project_id", project))).expect(201).field("id");
    TestServer.part(JdbcClient.class)
        .sql(
            """
            insert into jobs (id, kind, status, project_id, request_id, payload, created_at)
            select 'job_full' || :project || n, 'report', 'queued', :project, '-', '{}', now()
            from generate_series(1, 20) n
            """)
        .param("project", project)
        .update();
    String sound = client.post(SCHEDULE, wanted(Map.of())).expect(201).field("id");
    makeDue(stuck);
    makeDue(sound);
    TestServer.part(ReportScheduling.class).runDue();
    Answer list = client.get(LIST).expect(200);
    assertThat(list.field("items.0.last_run")).isNotEmpty();
    assertThat(Instant.parse(list.field("items.1.next_run"))).isAfter(Instant.now());
    assertThat(client.get("/api/reports").json().at("/total").asInt()).isEqualTo(1);
    TestServer.part(JdbcClient.class)
        .sql("delete from jobs where project_id = ?")
        .param(project)
        .update();
  }

  @Test
  void theScheduleOfSomebodyWhoIsShutOutEnds() {
    String id = client.post(SCHEDULE, wanted(Map.of())).expect(201).field("id");
    TestUsers.admin().post("/api/admin/users/" + owner.id() + "/suspend").expect(200);
    makeDue(id);
    TestServer.part(ReportScheduling.class).runDue();
    assertThat(
            TestServer.part(JdbcClient.class)
                .sql("select enabled from report_schedules where id = ?")
                .param(id)
                .query(Boolean.class)
                .single())
        .isFalse();
  }
}
