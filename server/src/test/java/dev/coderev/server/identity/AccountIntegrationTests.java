package dev.coderev.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coderev.server.testing.Answer;
import dev.coderev.server.testing.ApiClient;
import dev.coderev.server.testing.TestUsers;
import dev.coderev.server.testing.TestUsers.Person;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AccountIntegrationTests {
  @Test
  void changesThePasswordAndEndsTheOtherSessions() {
    Person person = TestUsers.person();
    Person other =
        TestUsers.login(TestUsers.stranger(), person.id(), person.email(), TestUsers.PASSWORD);
    Map<String, String> change =
        Map.of("current_password", TestUsers.PASSWORD, "new_password", "another password");
    person
        .client()
        .post(
            "/api/user/password",
            Map.of("current_password", "wrong", "new_password", "another password"))
        .problem(400, "invalid_current_password");
    person.client().post("/api/auth/password/change", change).expect(204);
    person.client().get("/api/auth/me").expect(200);
    other.client().get("/api/auth/me").expect(401);
    TestUsers.login(TestUsers.stranger(), person.id(), person.email(), "another password");
  }

  @Test
  void resetsAPasswordOnceWithALink() {
    Person person = TestUsers.person();
    String link =
        TestUsers.admin()
            .post("/api/admin/users/" + person.id() + "/reset-password")
            .expect(200)
            .field("reset_url");
    String token = link.substring(link.indexOf("token=") + 6);
    ApiClient stranger = TestUsers.stranger();
    Map<String, String> reset = Map.of("token", token, "new_password", "a third password");
    stranger.post("/api/auth/password/reset/confirm", reset).expect(204);
    person.client().get("/api/auth/me").expect(401);
    TestUsers.login(stranger, person.id(), person.email(), "a third password");
    stranger.post("/api/auth/password/reset/confirm", reset).problem(400, "invalid_reset_token");
  }

  @Test
  void answersEveryResetRequestTheSame() {
    Person person = TestUsers.person();
    ApiClient stranger = TestUsers.stranger();
    assertThat(
            stranger
                .post("/api/auth/password/reset", Map.of("email", person.email()))
                .expect(200)
                .text())
        .isEqualTo(
            stranger.post("/api/auth/password/reset", Map.of("email", "no@example.org")).text());
    stranger.post("/api/auth/password/reset", Map.of("email", "x")).expect(422);
    stranger.post("/api/auth/password/reset", Map.of("email", "no@example.org"));
    stranger
        .post("/api/auth/password/reset", Map.of("email", "no@example.org"))
        .problem(429, "rate_limited");
  }

  @Test
  void keepsTheProfile() {
    Person person = TestUsers.person();
    Answer before = person.client().get("/api/user/profile").expect(200);
    Map<String, Object> edit = new HashMap<>();
    edit.put("bio", "Writes <code>");
    edit.put("website", "https://example.org");
    edit.put("settings", Map.of("theme", "dark"));
    Answer after = person.client().put("/api/user/profile", edit).expect(200);
    assertThat(after.field("bio")).isEqualTo("Writes <code>");
    assertThat(after.field("settings.theme")).isEqualTo("dark");
    assertThat(after.field("settings.language")).isEqualTo("en");
    person
        .client()
        .with("If-Match", before.header("ETag"))
        .put("/api/user/profile", edit)
        .problem(412, "precondition_failed");
    edit.put("bio", null);
    String tag = person.client().get("/api/user/profile").header("ETag");
    Answer cleared =
        person.client().with("If-Match", tag).put("/api/user/profile", edit).expect(200);
    assertThat(cleared.json().at("/bio").isNull()).isTrue();
    person
        .client()
        .put("/api/user/profile", Map.of("website", "javascript:alert(1)"))
        .problem(422, "validation_failed");
  }

  @Test
  void keepsPreferencesWithTheirDefaults() {
    ApiClient client = TestUsers.person().client();
    Answer privacy = client.get("/api/user/settings/privacy").expect(200);
    assertThat(privacy.field("profile_visibility")).isEqualTo("public");
    client.put("/api/user/settings/privacy", Map.of("profile_visibility", "private")).expect(200);
    assertThat(client.get("/api/user/settings/privacy").field("profile_visibility"))
        .isEqualTo("private");
    client
        .put("/api/user/settings/privacy", Map.of("profile_visibility", "some"))
        .problem(422, "validation_failed");
    assertThat(
            client
                .put("/api/user/settings/notifications", Map.of("weekly_digest", true))
                .expect(200)
                .json()
                .at("/weekly_digest")
                .asBoolean())
        .isTrue();
    assertThat(
            client
                .get("/api/user/settings/notifications")
                .json()
                .at("/security_alerts")
                .asBoolean())
        .isTrue();
  }

  @Test
  void letsAKeyDoOnlyWhatItsScopesAllow() {
    Person person = TestUsers.person();
    Answer made =
        person
            .client()
            .post("/api/user/api-keys", Map.of("name", "ci", "scopes", List.of("project:read")))
            .expect(201);
    String key = made.field("key");
    assertThat(key).matches("crk_[A-Za-z0-9]{16}_[A-Za-z0-9_-]{43}");
    ApiClient withKey = TestUsers.stranger().with("X-API-Key", key);
    Answer refused = withKey.get("/api/user/api-keys").problem(403, "scope_missing");
    assertThat(refused.field("required_scope")).isEqualTo("personal");
    Answer list = person.client().get("/api/user/api-keys").expect(200);
    assertThat(list.text()).doesNotContain(key.substring(21));
    assertThat(list.field("items.0.last_used")).isNotEmpty();
    person.client().delete("/api/user/api-keys/" + made.field("id")).expect(204);
    person.client().delete("/api/user/api-keys/" + made.field("id")).expect(404);
    TestUsers.stranger().bearer(key).get("/api/user/profile").problem(401, "unauthenticated");
  }

  @Test
  void refusesKeysThatCannotBe() {
    ApiClient client = TestUsers.person().client();
    client
        .post("/api/user/api-keys", Map.of("name", "x", "scopes", List.of("all")))
        .problem(422, "validation_failed");
    client
        .post("/api/user/api-keys", Map.of("name", "x", "scopes", List.of()))
        .problem(422, "validation_failed");
    client
        .post("/api/user/api-keys", Map.of("name", "x", "scopes", List.of("admin")))
        .problem(422, "validation_failed");
    client
        .post(
            "/api/user/api-keys",
            Map.of(
                "name", "x", "scopes", List.of("fix:read"), "expires_at", "2020-01-01T00:00:00Z"))
        .problem(422, "validation_failed");
  }

  @Test
  void endsAnAccountWithItsSessions() {
    Person person = TestUsers.person();
    person
        .client()
        .delete("/api/user/account", Map.of("current_password", "wrong"))
        .problem(400, "invalid_current_password");
    assertThat(
            person
                .client()
                .delete("/api/user/account", Map.of("current_password", TestUsers.PASSWORD))
                .expect(202)
                .field("scheduled_for"))
        .endsWith("Z");
    person.client().get("/api/auth/me").expect(401);
    TestUsers.stranger()
        .post("/api/auth/login", Map.of("email", person.email(), "password", TestUsers.PASSWORD))
        .problem(401, "invalid_credentials");
  }

  @Test
  void letsOnlyAdministratorsSeeUsers() {
    Person person = TestUsers.person();
    Answer refused = person.client().get("/api/admin/users").problem(403, "forbidden");
    assertThat(refused.field("required_role")).isEqualTo("admin");
    ApiClient admin = TestUsers.admin();
    assertThat(
            admin.get("/api/admin/users?search=" + person.email()).expect(200).field("items.0.id"))
        .isEqualTo(person.id());
    assertThat(admin.get("/api/admin/users?limit=1").header("Link")).contains("rel=\"next\"");
    admin.get("/api/admin/users?limit=101").problem(422, "validation_failed");
    admin.get("/api/admin/users?page=0").problem(422, "validation_failed");
    assertThat(admin.get("/api/admin/users/stats").json().at("/active_users").asInt()).isPositive();
  }

  @Test
  void suspendsAndReactivates() {
    Person person = TestUsers.person();
    ApiClient admin = TestUsers.admin();
    String path = "/api/admin/users/" + person.id();
    assertThat(
            admin
                .post(path + "/suspend", Map.of("reason", "left the team"))
                .expect(200)
                .field("inactive_reason"))
        .isEqualTo("left the team");
    person.client().get("/api/auth/me").expect(401);
    admin.post(path + "/suspend").problem(409, "conflict");
    assertThat(admin.post(path + "/reactivate").expect(200).field("status")).isEqualTo("active");
    admin.post(path + "/reactivate").problem(409, "conflict");
    admin.delete(path).expect(204);
    admin.delete("/api/admin/users/user-none").problem(404, "not_found");
  }

  @Test
  void changesRolesAtOnceAndKeepsTheLastAdministrator() {
    Person person = TestUsers.person();
    ApiClient admin = TestUsers.admin();
    admin.put("/api/admin/users/" + person.id(), Map.of("role", "admin")).expect(200);
    person.client().get("/api/admin/users").expect(200);
    admin.put("/api/admin/users/" + person.id(), Map.of("role", "user", "name", "Bob")).expect(200);
    person.client().get("/api/admin/users").problem(403, "forbidden");
    String me = admin.get("/api/auth/me").field("id");
    admin.put("/api/admin/users/" + me, Map.of("role", "user")).problem(409, "last_admin");
    admin.delete("/api/admin/users/" + me).problem(409, "last_admin");
    admin.put("/api/admin/users/" + me, Map.of("role", "king")).expect(422);
  }

  @Test
  void invitesWithoutChoosingAPassword() {
    ApiClient admin = TestUsers.admin();
    Answer invited =
        admin
            .post("/api/admin/users", Map.of("email", "invited@example.org", "name", "Invited"))
            .expect(201);
    String id = invited.field("id");
    String link = admin.post("/api/admin/users/" + id + "/reset-password").field("reset_url");
    TestUsers.stranger()
        .post(
            "/api/auth/password/reset/confirm",
            Map.of(
                "token", link.substring(link.indexOf("token=") + 6), "new_password", "my own one"))
        .expect(204);
    TestUsers.login(TestUsers.stranger(), id, "invited@example.org", "my own one");
    admin
        .post("/api/admin/users", Map.of("email", "invited@example.org", "name", "Again"))
        .problem(409, "email_taken");
  }
}
