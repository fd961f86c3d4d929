package dev.coderev.server.fix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coderev.server.testing.Answer;
import dev.coderev.server.testing.TestProjects;
import dev.coderev.server.testing.TestUsers;
import dev.coderev.server.testing.TestUsers.Person;
import dev.coderev.server.testing.Waiting;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FixIntegrationTests {
  private final Person owner = TestUsers.person();
  private final String project =
      TestProjects.analysed(owner, Map.of("net.py", TestProjects.UNVERIFIED));
  private final String vulnerability =
      owner.client().get("/api/vulnerabilities?project_id=" + project).field("0.id");

  private String generate() {
    Answer started =
        owner
            .client()
            .post("/api/vulnerabilities/" + vulnerability + "/fixes/generate")
            .expect(202);
    assertThat(started.field("status")).isEqualTo("generating");
    Answer job = Waiting.untilOver(owner.client(), started.header("Location"));
    assertThat(job.field("status")).as(job.text()).isEqualTo("completed");
    return started.field("fix_id");
  }

  private Answer fix(String id) {
    return owner.client().get("/api/vulnerabilities/fixes/" + id).expect(200);
  }

  @Test
  void provesARepairBeforeItIsOffered() {
    String id = generate();
    Answer fix = fix(id);
    assertThat(fix.field("status")).isEqualTo("pending");
    assertThat(fix.field("original_code")).contains("verify=False");
    assertThat(fix.field("fixed_code")).doesNotContain("verify=False");
    assertThat(fix.field("diff")).startsWith("--- a/net.py");
    assertThat(fix.json().at("/proof/rule_silent").asBoolean()).isTrue();
    assertThat(fix.json().at("/proof/new_findings").asInt()).isZero();
    assertThat(fix.json().at("/confidence").asDouble()).isBetween(0.65, 1.0);
    assertThat(
            owner
                .client()
                .get("/api/vulnerabilities/" + vulnerability + "/fixes")
                .expect(200)
                .field("0.id"))
        .isEqualTo(id);
    owner
        .client()
        .post("/api/vulnerabilities/" + vulnerability + "/fixes/generate")
        .problem(409, "conflict");
    assertThat(owner.client().get("/api/auto-fix/fixes/pending").field("items.0.id")).isEqualTo(id);
    assertThat(owner.client().get("/api/auto-fix/fixes?status=pending").field("items.0.id"))
        .isEqualTo(id);
    owner.client().get("/api/auto-fix/fixes?status=odd").problem(422, "validation_failed");
    assertThat(owner.client().get("/api/auto-fix/vulnerabilities").field("items.0.id"))
        .isEqualTo(vulnerability);
  }

  @Test
  void goesFromApprovalToVerificationAndBack() {
    String id = generate();
    String path = "/api/vulnerabilities/fixes/" + id;
    Answer dry = owner.client().post(path + "/apply").expect(200);
    assertThat(dry.field("status")).isEqualTo("simulated");
    assertThat(dry.field("changes.0.file")).isEqualTo("net.py");
    owner.client().post(path + "/apply?dry_run=false").problem(409, "invalid_transition");
    Answer approved = owner.client().post("/api/auto-fix/fixes/" + id + "/approve").expect(200);
    assertThat(approved.field("status")).isEqualTo("approved");
    Answer applied = owner.client().post(path + "/apply?dry_run=false").expect(200);
    assertThat(applied.field("status")).isEqualTo("applied");
    assertThat(applied.field("vulnerability_status")).isEqualTo("in_progress");
    String branch = "coderev/" + id;
    assertThat(
            owner
                .client()
                .get("/api/projects/" + project + "/files/content?path=net.py&ref=" + branch)
                .expect(200)
                .field("content"))
        .doesNotContain("verify=False");
    assertThat(
            owner
                .client()
                .get("/api/projects/" + project + "/files/content?path=net.py")
                .field("content"))
        .contains("verify=False");
    Answer verify = owner.client().post(path + "/verify").expect(202);
    Waiting.untilOver(owner.client(), verify.header("Location"));
    assertThat(fix(id).field("status")).isEqualTo("verified");
    assertThat(owner.client().get("/api/vulnerabilities/" + vulnerability).field("status"))
        .isEqualTo("resolved");
    assertThat(owner.client().get("/api/auto-fix/status").json().at("/success_rate").asDouble())
        .isEqualTo(1);
    assertThat(owner.client().post(path + "/rollback").expect(200).field("status"))
        .isEqualTo("rolled_back");
    assertThat(owner.client().get("/api/vulnerabilities/" + vulnerability).field("status"))
        .isEqualTo("open");
    owner.client().post(path + "/rollback").problem(409, "invalid_transition");
    owner.client().post(path + "/verify").problem(409, "invalid_transition");
    owner
        .client()
        .get("/api/projects/" + project + "/files?ref=" + branch)
        .problem(404, "not_found");
  }

  @Test
  void canBeFollowedWhileItIsMade() {
    String job =
        owner
            .client()
            .post("/api/vulnerabilities/" + vulnerability + "/fixes/generate")
            .expect(202)
            .header("Location");
    Answer events = owner.client().get(job + "/events").expect(200);
    assertThat(events.header("Content-Type")).startsWith("text/event-stream");
    assertThat(events.text()).contains("event:job").contains("\"status\":\"completed\"");
    TestUsers.person().client().get(job).problem(404, "not_found");
    TestUsers.person().client().get(job + "/events").problem(404, "not_found");
    owner.client().delete(job).problem(409, "conflict");
    TestUsers.admin().get(job).expect(200);
  }

  @Test
  void rejectsWithAReason() {
    String id = generate();
    Answer rejected =
        owner.client().post("/api/vulnerabilities/fixes/" + id + "/reject?reason=no").expect(200);
    assertThat(rejected.field("status")).isEqualTo("rejected");
    assertThat(rejected.field("reason")).isEqualTo("no");
    owner
        .client()
        .post("/api/auto-fix/fixes/" + id + "/approve")
        .problem(409, "invalid_transition");
  }

  @Test
  void refusesToApplyOnAFileThatHasChanged() {
    String id = generate();
    owner.client().post("/api/auto-fix/fixes/" + id + "/approve").expect(200);
    TestProjects.upload(
        owner, project, Map.of("net.py", TestProjects.UNVERIFIED + "\n# changed\n"));
    owner
        .client()
        .post("/api/vulnerabilities/fixes/" + id + "/apply?dry_run=false")
        .problem(409, "conflict");
  }

  @Test
  void letsOnlyMaintainersDecide() {
    String id = generate();
    Person member = TestUsers.person();
    owner.client().post("/api/projects/" + project + "/team", Map.of("user_id", member.id()));
    member.client().post("/api/auto-fix/fixes/" + id + "/approve").problem(403, "forbidden");
    member
        .client()
        .post("/api/vulnerabilities/fixes/" + id + "/apply?dry_run=false")
        .problem(403, "forbidden");
    member.client().post("/api/vulnerabilities/fixes/" + id + "/apply").expect(200);
    Person other = TestUsers.person();
    other.client().get("/api/vulnerabilities/fixes/" + id).problem(404, "not_found");
    other
        .client()
        .get("/api/vulnerabilities/" + vulnerability + "/fixes")
        .problem(404, "not_found");
    other.client().post("/api/auto-fix/fixes/" + id + "/approve").problem(404, "not_found");
    other
        .client()
        .post("/api/vulnerabilities/" + vulnerability + "/fixes/generate")
        .problem(404, "not_found");
    assertThat(other.client().get("/api/auto-fix/fixes").json().at("/total").asInt()).isZero();
    assertThat(other.client().get("/api/auto-fix/status").json().at("/success_rate").isNull())
        .isTrue();
  }

  @Test
  void makesNoneWhereNoneIsKnown() {
    Person person = TestUsers.person();
    String other = TestProjects.analysed(person, Map.of("app.py", TestProjects.INJECTION));
    String id = person.client().get("/api/vulnerabilities?project_id=" + other).field("0.id");
    person.client().post("/api/vulnerabilities/" + id + "/fixes/generate").problem(409, "conflict");
  }
}
