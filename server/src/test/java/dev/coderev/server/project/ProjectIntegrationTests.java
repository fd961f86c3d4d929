package dev.coderev.server.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coderev.server.testing.Answer;
import dev.coderev.server.testing.ApiClient;
import dev.coderev.server.testing.TestProjects;
import dev.coderev.server.testing.TestUsers;
import dev.coderev.server.testing.TestUsers.Person;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProjectIntegrationTests {
  private final Person owner = TestUsers.person();

  @Test
  void makesAProjectWithItsDefaults() {
    Answer made =
        owner
            .client()
            .post(
                "/api/projects",
                Map.of(
                    "name", "Shop", "language", "java", "settings", Map.of("auto_review", false)))
            .expect(201);
    assertThat(made.header("Location")).isEqualTo("/api/projects/" + made.field("id"));
    assertThat(made.field("id")).matches("proj_[0-9a-f]{32}");
    assertThat(made.field("status")).isEqualTo("active");
    assertThat(made.json().at("/description").isNull()).isTrue();
    assertThat(made.json().at("/settings/auto_review").asBoolean()).isFalse();
    assertThat(made.json().at("/settings/ignored_paths").size()).isEqualTo(5);
    assertThat(made.field("created_at")).matches("\\d{4}-.*\\.\\d{6}Z");
  }

  @Test
  void refusesAProjectThatCannotBe() {
    owner
        .client()
        .post("/api/projects", Map.of("name", " ", "language", "klingon"))
        .problem(422, "validation_failed");
    owner
        .client()
        .post(
            "/api/projects", Map.of("name", "X", "language", "go", "repository_url", "file:///etc"))
        .problem(422, "validation_failed");
    TestUsers.viewer()
        .client()
        .post("/api/projects", Map.of("name", "X", "language", "go"))
        .problem(403, "forbidden");
    TestUsers.stranger()
        .post("/api/projects", Map.of("name", "X", "language", "go"))
        .problem(401, "unauthenticated");
  }

  @Test
  void showsAProjectToItsMembersOnly() {
    String id = TestProjects.create(owner);
    Person other = TestUsers.person();
    Answer hidden = other.client().get("/api/projects/" + id).problem(404, "not_found");
    Answer absent = other.client().get("/api/projects/proj_none").problem(404, "not_found");
    assertThat(hidden.field("detail")).isEqualTo(absent.field("detail"));
    other.client().put("/api/projects/" + id, Map.of("name", "Mine")).problem(404, "not_found");
    other.client().delete("/api/projects/" + id).problem(404, "not_found");
    other.client().get("/api/projects/" + id + "/team").problem(404, "not_found");
    other.client().get("/api/projects/" + id + "/files").problem(404, "not_found");
    assertThat(other.client().get("/api/projects").json().at("/total").asInt()).isZero();
    assertThat(owner.client().get("/api/projects").json().at("/total").asInt()).isEqualTo(1);
    TestUsers.admin().get("/api/projects/" + id).expect(200);
  }

  @Test
  void changesWhatIsGivenAndLeavesTheRest() {
    String path = "/api/projects/" + TestProjects.create(owner);
    Answer before = owner.client().get(path);
    Map<String, Object> edit = new HashMap<>();
    edit.put("description", "A shop");
    edit.put("settings", Map.of("severity_threshold", "high"));
    Answer after = owner.client().put(path, edit).expect(200);
    assertThat(after.field("description")).isEqualTo("A shop");
    assertThat(after.field("name")).isEqualTo(before.field("name"));
    assertThat(after.field("settings.severity_threshold")).isEqualTo("high");
    assertThat(after.json().at("/settings/review_on_push").asBoolean()).isTrue();
    owner
        .client()
        .with("If-Match", before.header("ETag"))
        .put(path, edit)
        .problem(412, "precondition_failed");
    edit.put("description", null);
    assertThat(owner.client().put(path, edit).json().at("/description").isNull()).isTrue();
    edit.put("name", null);
    owner.client().put(path, edit).problem(422, "validation_failed");
    owner.client().put(path, Map.of("owner", "me")).problem(422, "validation_failed");
  }

  @Test
  void findsProjectsByName() {
    owner.client().post("/api/projects", Map.of("name", "100% alpha", "language", "go"));
    owner.client().post("/api/projects", Map.of("name", "beta", "language", "go"));
    Answer found = owner.client().get("/api/projects?search=100%25%20AL").expect(200);
    assertThat(found.json().at("/total").asInt()).isEqualTo(1);
    assertThat(owner.client().get("/api/projects?search=%25").json().at("/total").asInt())
        .isEqualTo(1);
    owner.client().get("/api/projects?limit=x").problem(422, "validation_failed");
  }

  @Test
  void hidesADeletedProject() {
    String path = "/api/projects/" + TestProjects.create(owner);
    owner.client().delete(path).expect(204);
    owner.client().get(path).problem(404, "not_found");
    owner.client().delete(path).problem(404, "not_found");
  }

  @Test
  void givesEachRoleItsRights() {
    String path = "/api/projects/" + TestProjects.create(owner);
    Person person = TestUsers.person();
    String member =
        owner
            .client()
            .post(path + "/team", Map.of("email", person.email(), "role", "viewer"))
            .expect(201)
            .field("id");
    person.client().get(path).expect(200);
    Answer refused = person.client().put(path, Map.of("name", "N")).problem(403, "forbidden");
    assertThat(refused.field("required_role")).isEqualTo("maintainer");
    owner.client().patch(path + "/team/" + member, Map.of("role", "maintainer")).expect(200);
    person.client().put(path, Map.of("name", "N")).expect(200);
    person.client().delete(path).problem(403, "forbidden");
    Person third = TestUsers.person();
    person
        .client()
        .post(path + "/team", Map.of("user_id", third.id(), "role", "owner"))
        .problem(403, "forbidden");
    person.client().post(path + "/team", Map.of("user_id", third.id())).expect(201);
    person.client().post(path + "/team", Map.of("user_id", third.id())).problem(409, "conflict");
    person.client().post(path + "/team", Map.of()).problem(422, "validation_failed");
    person.client().post(path + "/team", Map.of("user_id", "user-none")).problem(404, "not_found");
    assertThat(owner.client().get(path + "/team").json().at("/total").asInt()).isEqualTo(3);
    owner.client().delete(path + "/team/" + member).expect(204);
    person.client().get(path).problem(404, "not_found");
  }

  @Test
  void keepsTheLastOwner() {
    String path = "/api/projects/" + TestProjects.create(owner);
    String me = owner.client().get(path + "/team").field("items.0.id");
    owner.client().delete(path + "/team/" + me).problem(409, "last_owner");
    owner.client().patch(path + "/team/" + me, Map.of("role", "member")).problem(409, "last_owner");
    owner
        .client()
        .delete("/api/user/account", Map.of("current_password", TestUsers.PASSWORD))
        .problem(409, "last_owner");
  }

  @Test
  void keepsViewersOfThePlatformFromWriting() {
    Person viewer = TestUsers.viewer();
    String path = "/api/projects/" + TestProjects.create(owner);
    owner.client().post(path + "/team", Map.of("user_id", viewer.id(), "role", "owner"));
    viewer.client().get(path).expect(200);
    viewer.client().put(path, Map.of("name", "N")).problem(403, "forbidden");
  }

  @Test
  void letsAKeySeeWhatItsScopeAllows() {
    ApiClient key = TestProjects.key(owner, List.of("project:read"));
    String path = "/api/projects/" + TestProjects.create(owner);
    key.get(path).expect(200);
    Answer refused = key.put(path, Map.of("name", "N")).problem(403, "scope_missing");
    assertThat(refused.field("required_scope")).isEqualTo("project:write");
  }

  @Test
  void listsAllProjectsToAdministrators() {
    String id = TestProjects.create(owner);
    TestUsers.admin().get("/api/admin/projects?limit=100").expect(200);
    owner.client().get("/api/admin/projects").problem(403, "forbidden");
    TestUsers.admin().delete("/api/admin/projects/" + id).expect(204);
    owner.client().get("/api/projects/" + id).problem(404, "not_found");
  }
}
