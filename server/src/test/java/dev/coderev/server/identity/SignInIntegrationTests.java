package dev.coderev.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coderev.server.testing.Answer;
import dev.coderev.server.testing.ApiClient;
import dev.coderev.server.testing.TestServer;
import dev.coderev.server.testing.TestUsers;
import dev.coderev.server.testing.TestUsers.Person;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SignInIntegrationTests {
  @Test
  void printsTheAdministratorsPasswordOnceAndDemandsItsChange() {
    TestUsers.admin();
    assertThat(TestServer.told())
        .filteredOn(line -> line.matches(".*one-time password \\w{24} .*"))
        .hasSize(1);
  }

  @Test
  void signsInWithTheRightPasswordOnly() {
    Person person = TestUsers.person();
    ApiClient stranger = TestUsers.stranger();
    Answer answer =
        stranger
            .post(
                "/api/auth/login",
                Map.of(
                    "email",
                    person.email().toUpperCase(java.util.Locale.ROOT),
                    "password",
                    TestUsers.PASSWORD))
            .expect(200);
    assertThat(answer.field("token_type")).isEqualTo("Bearer");
    assertThat(answer.json().at("/expires_in").asInt()).isEqualTo(900);
    assertThat(answer.json().at("/refresh_expires_in").asInt()).isEqualTo(7 * 86_400);
    assertThat(answer.field("user.id")).isEqualTo(person.id());
    assertThat(answer.field("user.role")).isEqualTo("user");
    Answer wrong =
        stranger
            .post("/api/auth/login", Map.of("email", person.email(), "password", "wrong"))
            .problem(401, "invalid_credentials");
    Answer unknown =
        stranger
            .post("/api/auth/login", Map.of("email", "no@example.org", "password", "wrong"))
            .problem(401, "invalid_credentials");
    assertThat(wrong.field("detail")).isEqualTo(unknown.field("detail"));
    assertThat(wrong.header("WWW-Authenticate")).isEqualTo("Bearer");
  }

  @Test
  void remembersLongerWhenAsked() {
    Person person = TestUsers.person();
    Answer answer =
        TestUsers.stranger()
            .post(
                "/auth/login",
                Map.of(
                    "email", person.email(), "password", TestUsers.PASSWORD, "remember_me", true))
            .expect(200);
    assertThat(answer.json().at("/refresh_expires_in").asInt()).isEqualTo(30 * 86_400);
    assertThat(answer.header("Link")).isEqualTo("</api/auth/login>; rel=\"canonical\"");
  }

  @Test
  void refusesAfterFiveFailures() {
    ApiClient stranger = TestUsers.stranger();
    Map<String, String> wrong = Map.of("email", "victim@example.org", "password", "wrong");
    for (int i = 0; i < 5; i++) {
      stranger.post("/api/auth/login", wrong).expect(401);
    }
    Answer refused = stranger.post("/api/auth/login", wrong).problem(429, "rate_limited");
    assertThat(Integer.parseInt(refused.header("Retry-After"))).isPositive();
    assertThat(refused.json().at("/retry_after_seconds").asInt()).isPositive();
  }

  @Test
  void namesEveryFaultOfABody() {
    ApiClient stranger = TestUsers.stranger();
    Answer answer =
        stranger
            .post("/api/auth/register", Map.of("email", "no address", "password", "short"))
            .problem(422, "validation_failed");
    assertThat(answer.json().at("/errors").size()).isEqualTo(3);
    assertThat(answer.field("errors.0.loc.1")).isEqualTo("email");
    assertThat(answer.text()).doesNotContain("no address");
    stranger
        .post("/api/auth/login", Map.of("email", "a@b", "password", "x", "extra", 1))
        .problem(422, "validation_failed");
    stranger
        .post("/api/auth/login", Map.of("email", 1, "password", "x"))
        .problem(422, "validation_failed");
    stranger
        .with("Content-Type", "application/json")
        .send("POST", "/api/auth/login", java.net.http.HttpRequest.BodyPublishers.ofString("{"))
        .problem(400, "malformed_request");
    stranger
        .with("Content-Type", "text/plain")
        .send("POST", "/api/auth/login", java.net.http.HttpRequest.BodyPublishers.ofString("{}"))
        .problem(415, "unsupported_media_type");
  }

  @Test
  void registersAnAddressOnce() {
    Person person = TestUsers.person();
    TestUsers.stranger()
        .post(
            "/api/auth/register",
            Map.of("email", person.email(), "password", TestUsers.PASSWORD, "name", "Again"))
        .problem(409, "email_taken");
  }

  @Test
  void tellsWhoIsSignedIn() {
    Person person = TestUsers.person();
    assertThat(person.client().get("/api/auth/me").expect(200).field("email"))
        .isEqualTo(person.email());
    TestUsers.stranger().get("/api/auth/me").problem(401, "unauthenticated");
    TestUsers.stranger().bearer("nonsense").get("/api/auth/me").problem(401, "unauthenticated");
  }

  @Test
  void rotatesRefreshTokensAndEndsTheSessionWhenOneIsUsedTwice() {
    Person person = TestUsers.person();
    ApiClient stranger = TestUsers.stranger();
    Answer first =
        stranger
            .post("/api/auth/refresh", Map.of("refresh_token", person.refreshToken()))
            .expect(200);
    stranger.bearer(first.field("access_token")).get("/api/auth/me").expect(200);
    stranger
        .post("/api/auth/refresh", Map.of("refresh_token", person.refreshToken()))
        .problem(401, "invalid_refresh_token");
    stranger
        .post("/api/auth/refresh", Map.of("refresh_token", first.field("refresh_token")))
        .problem(401, "invalid_refresh_token");
    stranger
        .bearer(first.field("access_token"))
        .get("/api/auth/me")
        .problem(401, "unauthenticated");
  }

  @Test
  void endsASessionAtOnce() {
    Person person = TestUsers.person();
    person.client().post("/api/auth/logout").expect(204);
    person.client().get("/api/auth/me").problem(401, "unauthenticated");
    TestUsers.stranger().post("/api/auth/logout").expect(204);
  }

  @Test
  void listsAndEndsSessions() {
    Person person = TestUsers.person();
    Person other =
        TestUsers.login(TestUsers.stranger(), person.id(), person.email(), TestUsers.PASSWORD);
    Answer sessions = person.client().get("/api/auth/sessions").expect(200);
    assertThat(sessions.json().at("/total").asInt()).isEqualTo(2);
    assertThat(sessions.json().at("/items/1/is_current").asBoolean()).isTrue();
    String foreign = TestUsers.person().client().get("/api/auth/sessions").field("items.0.id");
    person.client().delete("/api/auth/sessions/" + foreign).problem(404, "not_found");
    person.client().delete("/api/auth/sessions/" + sessions.field("items.0.id")).expect(204);
    other.client().get("/api/auth/me").expect(401);
    TestUsers.login(TestUsers.stranger(), person.id(), person.email(), TestUsers.PASSWORD);
    assertThat(
            person.client().delete("/api/auth/sessions").expect(200).json().at("/revoked").asInt())
        .isEqualTo(1);
    person.client().get("/api/auth/me").expect(200);
  }

  @Test
  void publishesItsKeys() {
    TestUsers.person();
    Answer keys = TestServer.client().get("/.well-known/jwks.json").expect(200);
    assertThat(keys.field("keys.0.kty")).isEqualTo("EC");
    assertThat(keys.json().at("/keys/0").has("d")).isFalse();
  }
}
