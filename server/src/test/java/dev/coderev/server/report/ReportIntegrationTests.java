package dev.coderev.server.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coderev.server.testing.Answer;
import dev.coderev.server.testing.TestProjects;
import dev.coderev.server.testing.TestUsers;
import dev.coderev.server.testing.TestUsers.Person;
import dev.coderev.server.testing.Waiting;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportIntegrationTests {
  private final Person owner = TestUsers.person();
  private final String project =
      TestProjects.analysed(
          owner, Map.of("app.py", TestProjects.INJECTION, "<b>.py", TestProjects.INJECTION));

  private String report(Map<String, ?> wish) {
    Answer started = owner.client().post("/api/reports/generate", wish).expect(202);
    assertThat(started.field("status")).isEqualTo("generating");
    Answer done = Waiting.untilOver(owner.client(), started.header("Location"));
    assertThat(done.field("status")).isEqualTo("completed");
    return done.field("download_url");
  }

  @Test
  void writesEveryFormat() {
    for (String format : List.of("html", "json", "csv", "sarif", "pdf")) {
      String url = report(Map.of("type", "security", "format", format, "project_id", project));
      Answer file = owner.client().get(url).expect(200);
      assertThat(file.header("Content-Disposition"))
          .startsWith("attachment")
          .contains("." + format);
      switch (format) {
        case "pdf" ->
            assertThat(new String(file.bytes(), 0, 5, StandardCharsets.ISO_8859_1))
                .isEqualTo("%PDF-");
        case "html" -> assertThat(file.text()).contains("&lt;b&gt;.py:6").doesNotContain("<b>.py");
        case "csv" -> assertThat(file.text().lines()).hasSize(3);
        case "sarif" -> assertThat(file.json().at("/runs/0/results").size()).isEqualTo(2);
        default -> assertThat(file.json().at("/summary/total_issues").asInt()).isEqualTo(2);
      }
    }
  }

  @Test
  void keepsReportsForTheirUser() {
    String url = report(Map.of("type", "summary", "format", "json", "include_details", false));
    String path = url.substring(0, url.length() - "/download".length());
    Answer view = owner.client().get(path).expect(200);
    assertThat(view.json().at("/summary/total_issues").asInt()).isPositive();
    assertThat(view.field("sections.0.name")).isEqualTo("Summary");
    assertThat(owner.client().get("/api/reports?type=summary").json().at("/total").asInt())
        .isEqualTo(1);
    Person other = TestUsers.person();
    other.client().get(path).problem(404, "not_found");
    other.client().get(url).problem(404, "not_found");
    other.client().delete(path).problem(404, "not_found");
    owner.client().delete(path).expect(204);
    owner.client().get(url).problem(404, "not_found");
  }

  @Test
  void refusesWhatCannotBeReported() {
    owner.client().post("/api/reports/generate", Map.of()).problem(422, "validation_failed");
    owner
        .client()
        .post("/api/reports/generate", Map.of("type", "security", "format", "doc"))
        .problem(422, "validation_failed");
    owner
        .client()
        .post("/api/reports/generate", Map.of("type", "security", "project_id", "proj_none"))
        .problem(404, "not_found");
    TestUsers.person()
        .client()
        .post("/api/reports/generate", Map.of("type", "security", "project_id", project))
        .problem(404, "not_found");
    owner
        .client()
        .post(
            "/api/reports/generate",
            Map.of(
                "type",
                "security",
                "date_range",
                Map.of("from", "2026-01-02T00:00:00Z", "to", "2026-01-01T00:00:00Z")))
        .problem(422, "validation_failed");
    owner.client().get("/api/reports?type=odd").problem(422, "validation_failed");
  }
}
