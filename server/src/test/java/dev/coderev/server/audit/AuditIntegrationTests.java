package dev.coderev.server.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coderev.server.testing.Answer;
import dev.coderev.server.testing.ApiClient;
import dev.coderev.server.testing.TestProjects;
import dev.coderev.server.testing.TestServer;
import dev.coderev.server.testing.TestUsers;
import dev.coderev.server.testing.TestUsers.Person;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

class AuditIntegrationTests {
  private final ApiClient admin = TestUsers.admin();

  @Test
  void recordsWhatUsersDo() {
    Person person = TestUsers.person();
    String project = TestProjects.create(person);
    Answer records = admin.get("/api/admin/audit?user_id=" + person.id()).expect(200);
    assertThat(records.field("items.0.action")).isEqualTo("project_created");
    assertThat(records.field("items.0.object_id")).isEqualTo(project);
    assertThat(records.field("items.0.user_email")).isEqualTo(person.email());
    assertThat(records.field("items.0.ip_address")).startsWith("10.");
    assertThat(records.field("items.0.request_id")).isNotEmpty();
    assertThat(records.text()).doesNotContain(TestUsers.PASSWORD);
    assertThat(
            admin
                .get("/api/admin/audit?action=user_registered&user_id=" + person.id())
                .json()
                .at("/total")
                .asInt())
        .isEqualTo(1);
    assertThat(admin.get("/api/admin/audit?from=2099-01-01T00:00:00Z").json().at("/total").asInt())
        .isZero();
    person.client().get("/api/admin/audit").problem(403, "forbidden");
    admin.get("/api/admin/audit?to=now").problem(422, "validation_failed");
  }

  @Test
  void recordsFailuresAndReusedTokensAndRaisesThem() {
    Person person = TestUsers.person();
    ApiClient stranger = TestUsers.stranger();
    for (int i = 0; i < 5; i++) {
      stranger.post("/api/auth/login", Map.of("email", person.email(), "password", "wrong"));
    }
    stranger.post("/api/auth/refresh", Map.of("refresh_token", person.refreshToken())).expect(200);
    stranger.post("/api/auth/refresh", Map.of("refresh_token", person.refreshToken())).expect(401);
    Answer alerts = admin.get("/api/admin/audit/security-alerts?limit=100").expect(200);
    assertThat(alerts.text()).contains("failed_login").contains("token_reuse");
    assertThat(alerts.text()).contains(person.email()).doesNotContain("audit_chain_broken");
    Answer analytics = admin.get("/api/admin/audit/analytics").expect(200);
    assertThat(analytics.json().at("/total_events").asLong()).isPositive();
    assertThat(analytics.json().at("/top_actions").size()).isPositive();
  }

  @Test
  void refusesToChangeOrRemoveARecord() {
    JdbcClient database = TestServer.part(JdbcClient.class);
    assertThatThrownBy(() -> database.sql("delete from audit_records").update())
        .isInstanceOf(DataAccessException.class);
    assertThatThrownBy(() -> database.sql("update audit_records set action = 'x'").update())
        .isInstanceOf(DataAccessException.class);
  }
}
