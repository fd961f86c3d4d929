package dev.coderev.server.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coderev.server.testing.Answer;
import dev.coderev.server.testing.TestProjects;
import dev.coderev.server.testing.TestUsers;
import dev.coderev.server.testing.TestUsers.Person;
import dev.coderev.server.testing.Waiting;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DashboardIntegrationTests {
  private final Person owner = TestUsers.person();

  @Test
  void countsWhatTheCallerMaySee() {
    Answer empty = owner.client().get("/api/metrics/dashboard").expect(200);
    assertThat(empty.json().at("/resolution_rate").isNull()).isTrue();
    TestProjects.analysed(owner, Map.of("app.py", TestProjects.INJECTION));
    Answer dashboard = owner.client().get("/api/metrics/dashboard").expect(200);
    assertThat(dashboard.json().at("/total_projects").asInt()).isEqualTo(1);
    assertThat(dashboard.json().at("/total_analyses").asInt()).isEqualTo(1);
    assertThat(dashboard.json().at("/issues_found").asInt()).isPositive();
    assertThat(dashboard.json().at("/resolution_rate").asDouble()).isZero();
  }

  @Test
  void tellsWhatHappened() {
    TestProjects.analysed(owner, Map.of("app.py", TestProjects.INJECTION));
    Answer feed =
        Waiting.until(
            () -> owner.client().get("/api/activity?limit=50").expect(200),
            answer -> answer.json().at("/total").asInt() >= 3);
    assertThat(feed.text())
        .contains("project_created")
        .contains("analysis_complete")
        .contains("vulnerability_found");
    assertThat(TestUsers.person().client().get("/api/activity").json().at("/total").asInt())
        .isZero();
    owner.client().get("/api/activity?limit=51").problem(422, "validation_failed");
  }

  @Test
  void measuresTheMachineForAdministrators() {
    Answer system = TestUsers.admin().get("/api/metrics/system").expect(200);
    assertThat(system.json().at("/memory_usage").asDouble()).isBetween(0.1, 100.0);
    assertThat(system.json().at("/active_users").asInt()).isPositive();
    owner.client().get("/api/metrics/system").problem(403, "forbidden");
  }

  @Test
  void claimsNothingWithoutAFullScan() {
    Answer none = owner.client().get("/api/security/compliance").expect(200);
    assertThat(none.json().at("/owasp_top_10/status").isNull()).isTrue();
    assertThat(none.json().at("/pci_dss/compliant").isNull()).isTrue();
    String project = TestProjects.analysed(owner, Map.of("app.py", TestProjects.INJECTION));
    Answer some = owner.client().get("/api/security/compliance?project_id=" + project).expect(200);
    assertThat(some.field("owasp_top_10.status")).isEqualTo("fail");
    assertThat(some.field("owasp_top_10.findings.2.name")).isEqualTo("Injection");
    assertThat(some.field("owasp_top_10.findings.2.status")).isEqualTo("fail");
    assertThat(some.field("owasp_top_10.findings.9.status")).isEqualTo("pass");
    assertThat(some.json().at("/pci_dss/compliant").asBoolean(true)).isFalse();
    TestUsers.person()
        .client()
        .get("/api/security/compliance?project_id=" + project)
        .problem(404, "not_found");
  }
}
