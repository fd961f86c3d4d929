package dev.coderev.server.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coderev.server.testing.Answer;
import dev.coderev.server.testing.TestProjects;
import dev.coderev.server.testing.TestUsers;
import dev.coderev.server.testing.TestUsers.Person;
import dev.coderev.server.testing.Waiting;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProjectAnalysisIntegrationTests {
  private final Person owner = TestUsers.person();

  private Answer analyse(String project, Map<String, ?> wish) {
    Answer queued = owner.client().post("/api/projects/" + project + "/analyze", wish).expect(202);
    assertThat(queued.field("status")).isEqualTo("queued");
    return Waiting.untilOver(owner.client(), queued.header("Location"));
  }

  @Test
  void reviewsTheSourceOfAProject() {
    String project =
        TestProjects.withFiles(owner, Map.of("app.py", TestProjects.INJECTION, "b.bin", "\u0000"));
    Answer done = analyse(project, Map.of("full_scan", true));
    assertThat(done.field("status")).isEqualTo("completed");
    assertThat(done.json().at("/progress").asInt()).isEqualTo(100);
    assertThat(done.json().at("/issues_found").asInt()).isPositive();
    assertThat(done.field("coverage.conclusion")).isEqualTo("findings");
    assertThat(done.field("coverage.files_skipped.0.path")).isEqualTo("b.bin");
    assertThat(done.field("version_id")).matches("ver_[0-9a-f]{32}");
    Answer list = owner.client().get("/api/projects/" + project + "/analyses").expect(200);
    assertThat(list.field("items.0.id")).isEqualTo(done.field("id"));
    owner.client().get("/api/projects/" + project + "/analyses?status=running").expect(200);
    assertThat(
            owner
                .client()
                .get("/api/analysis/" + done.field("id") + "/results")
                .field("issues.0.file"))
        .isEqualTo("app.py");
  }

  @Test
  void reviewsOnlyWhatHasChanged() {
    String project =
        TestProjects.withFiles(owner, Map.of("app.py", TestProjects.INJECTION, "b.py", "x = 1\n"));
    analyse(project, Map.of());
    TestProjects.upload(
        owner, project, Map.of("app.py", TestProjects.INJECTION, "b.py", "x = 2\n"));
    Answer second = analyse(project, Map.of());
    assertThat(second.json().at("/coverage/files_examined").asInt()).isEqualTo(1);
    Answer third = analyse(project, Map.of());
    assertThat(third.field("coverage.conclusion")).isEqualTo("not_reviewed");
    Answer named = analyse(project, Map.of("files", List.of("*.py")));
    assertThat(named.json().at("/coverage/files_examined").asInt()).isEqualTo(2);
  }

  @Test
  void refusesAProjectWithoutSource() {
    String project = TestProjects.create(owner);
    owner.client().post("/api/projects/" + project + "/analyze").problem(409, "conflict");
    TestProjects.upload(owner, project, Map.of("a.py", "x = 1\n"));
    owner
        .client()
        .post("/api/projects/" + project + "/analyze", Map.of("files", List.of("[")))
        .problem(422, "validation_failed");
    TestUsers.person()
        .client()
        .post("/api/projects/" + project + "/analyze")
        .problem(404, "not_found");
    Person viewer = TestUsers.person();
    owner
        .client()
        .post(
            "/api/projects/" + project + "/team", Map.of("user_id", viewer.id(), "role", "viewer"));
    viewer.client().post("/api/projects/" + project + "/analyze").problem(403, "forbidden");
  }

  @Test
  void scansAProject() {
    String project = TestProjects.withFiles(owner, Map.of("app.py", TestProjects.INJECTION));
    Answer queued =
        owner
            .client()
            .post("/api/vulnerabilities/scan", Map.of("project_id", project, "scan_type", "quick"))
            .expect(202);
    assertThat(queued.field("scan_id")).matches("scan-[0-9a-f]{32}");
    assertThat(queued.json().at("/estimated_duration_minutes").asInt()).isEqualTo(5);
    Answer done = Waiting.untilOver(owner.client(), queued.header("Location"));
    assertThat(done.json().at("/vulnerabilities_found").asInt()).isPositive();
    assertThat(done.json().at("/files_scanned").asInt()).isEqualTo(1);
    owner
        .client()
        .post("/api/vulnerabilities/scan", Map.of("project_id", project, "scan_type", "deep"))
        .problem(422, "validation_failed");
    owner
        .client()
        .post("/api/vulnerabilities/scan", Map.of("project_id", "proj_none"))
        .problem(404, "not_found");
    TestUsers.person().client().get(queued.header("Location")).problem(404, "not_found");
  }

  @Test
  void leavesAloneWhatLiesBelowTheThresholdOfAScan() {
    String project =
        TestProjects.analysed(
            owner,
            Map.of(
                "app.py", TestProjects.INJECTION, "sum.py", "import hashlib\nhashlib.md5(b'x')\n"));
    String list = "/api/vulnerabilities?project_id=" + project;
    Answer before = owner.client().get(list);
    assertThat(before.text()).contains("sum.py").contains("app.py");
    Answer queued =
        owner
            .client()
            .post(
                "/api/vulnerabilities/scan",
                Map.of("project_id", project, "severity_threshold", "critical"))
            .expect(202);
    Waiting.untilOver(owner.client(), queued.header("Location"));
    Answer after = owner.client().get(list);
    assertThat(after.json()).isEqualTo(before.json());
    Answer scan = owner.client().get(queued.header("Location"));
    assertThat(scan.json().at("/files_scanned").asInt()).isEqualTo(2);
    assertThat(scan.json().at("/vulnerabilities_found").asInt()).isLessThan(before.json().size());
  }

  @Test
  void saysThatDependenciesWereNotComparedWithAdvisories() {
    String project =
        TestProjects.withFiles(
            owner, Map.of("app.py", TestProjects.INJECTION, "requirements.txt", "flask==0.1\n"));
    Answer with = scan(project, true);
    assertThat(with.field("coverage.conclusion")).isEqualTo("partly_reviewed");
    assertThat(with.field("status")).isEqualTo("completed");
    assertThat(with.json().at("/dependencies_scanned").asInt()).isZero();
    assertThat(with.json().at("/coverage/files_skipped").toString()).contains("requirements.txt");
    assertThat(scan(project, false).field("coverage.conclusion")).isEqualTo("findings");
  }

  private Answer scan(String project, boolean dependencies) {
    Answer queued =
        owner
            .client()
            .post(
                "/api/vulnerabilities/scan",
                Map.of("project_id", project, "include_dependencies", dependencies))
            .expect(202);
    Waiting.untilOver(owner.client(), queued.header("Location"));
    return owner.client().get(queued.header("Location")).expect(200);
  }

  @Test
  void failsWithTheReasonWhenTheRepositoryMayNotBeRead() {
    String project =
        owner
            .client()
            .post(
                "/api/projects",
                Map.of("name", "R", "language", "go", "repository_url", "http://127.0.0.1:9/x.git"))
            .expect(201)
            .field("id");
    Answer failed = analyse(project, Map.of());
    assertThat(failed.field("status")).isEqualTo("failed");
  }

  @Test
  void showsJobsToThoseWhoStartedThem() {
    String project = TestProjects.withFiles(owner, Map.of("app.py", TestProjects.INJECTION));
    analyse(project, Map.of());
    owner.client().get("/api/jobs/job_none").problem(404, "not_found");
  }
}
