package dev.coderev.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coderev.server.testing.Answer;
import dev.coderev.server.testing.ApiClient;
import dev.coderev.server.testing.TestUsers;
import dev.coderev.server.testing.TestUsers.Person;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BrowserSessionIntegrationTests {
  private static final String BROWSER = "/api/auth/browser";

  private final Person person = TestUsers.person();
  private final ApiClient stranger = TestUsers.stranger();
  private final Answer signedIn = login();
  private final ApiClient browser = stranger.with("Cookie", cookie(signedIn, "coderev_access"));

  private Answer login() {
    return stranger
        .post(BROWSER + "/login", Map.of("email", person.email(), "password", TestUsers.PASSWORD))
        .expect(200);
  }

  private static List<String> cookies(Answer answer) {
    return answer.headers().allValues("Set-Cookie");
  }

  private static String cookie(Answer answer, String name) {
    return cookies(answer).stream()
        .filter(line -> line.startsWith(name + "="))
        .map(line -> line.replaceAll(";.*", ""))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void tokensAreInCookiesThatNoScriptReadsAndNowhereElse() {
    assertThat(cookies(signedIn)).hasSize(2);
    for (String line : cookies(signedIn)) {
      assertThat(line).contains("HttpOnly").contains("SameSite=Lax").doesNotContain("Domain");
      assertThat(line).as("PUBLIC_URL is http here").doesNotContain("Secure");
    }
    assertThat(cookies(signedIn).get(1)).contains("Path=" + BROWSER + ";");
    String token = cookie(signedIn, "coderev_access").replaceAll(".*=", "");
    assertThat(signedIn.text()).doesNotContain(token).contains(person.email());
    assertThat(browser.get("/api/auth/me").expect(200).field("id")).isEqualTo(person.id());
    assertThat(browser.get("/api/auth/me").header("Cache-Control")).isEqualTo("no-store");
  }

  @Test
  void whatChangesSomethingNeedsAProofOfThisSession() {
    Map<String, String> project = Map.of("name", "From a page", "language", "go");
    browser.post("/api/projects", project).problem(403, "csrf_failed");
    browser.with("X-CSRF-Token", "x").post("/api/projects", project).problem(403, "csrf_failed");
    Answer other = login();
    browser
        .with("X-CSRF-Token", other.field("csrf_token"))
        .post("/api/projects", project)
        .problem(403, "csrf_failed");
    ApiClient proven = browser.with("X-CSRF-Token", signedIn.field("csrf_token"));
    proven.post("/api/projects", project).expect(201);
    String fresh = browser.get(BROWSER + "/csrf").expect(200).field("csrf_token");
    browser.with("X-CSRF-Token", fresh).post("/api/projects", project).expect(201);
    proven.put("/api/user/profile", Map.of("name", "Another Name")).expect(200);
    // Credentials in a header are not sent by a browser on its own, and need no proof.
    person.client().post("/api/projects", project).expect(201);
  }

  @Test
  void aStaleCookieKeepsNobodyFromTheOpenOperations() {
    ApiClient stale = stranger.with("Cookie", "coderev_access=none");
    stale.get("/api/info").expect(200);
    stale.get("/api/auth/me").problem(401, "unauthenticated");
    browser
        .post("/api/auth/login", Map.of("email", person.email(), "password", TestUsers.PASSWORD))
        .expect(200);
  }

  @Test
  void aSessionGoesOnAndEnds() {
    String refresh = cookie(signedIn, "coderev_refresh");
    Answer renewed = stranger.with("Cookie", refresh).post(BROWSER + "/refresh").expect(200);
    ApiClient later = stranger.with("Cookie", cookie(renewed, "coderev_access"));
    later.get("/api/auth/me").expect(200);
    later.post(BROWSER + "/logout").problem(403, "csrf_failed");
    Answer out =
        later
            .with("X-CSRF-Token", renewed.field("csrf_token"))
            .post(BROWSER + "/logout")
            .expect(204);
    assertThat(cookies(out)).allMatch(line -> line.contains("Max-Age=0"));
    later.get("/api/auth/me").problem(401, "unauthenticated");
    stranger
        .with("Cookie", cookie(renewed, "coderev_refresh"))
        .post(BROWSER + "/refresh")
        .problem(401, "invalid_refresh_token");
    stranger.post(BROWSER + "/refresh").problem(401, "invalid_refresh_token");
    stranger.get(BROWSER + "/csrf").problem(401, "unauthenticated");
    stranger
        .post(BROWSER + "/login", Map.of("email", person.email(), "password", "wrong"))
        .problem(401, "invalid_credentials");
  }

  @Test
  void aTokenUsedTwiceEndsTheSessionOfABrowserToo() {
    String refresh = cookie(signedIn, "coderev_refresh");
    Answer renewed = stranger.with("Cookie", refresh).post(BROWSER + "/refresh").expect(200);
    stranger
        .with("Cookie", refresh)
        .post(BROWSER + "/refresh")
        .problem(401, "invalid_refresh_token");
    stranger
        .with("Cookie", cookie(renewed, "coderev_access"))
        .get("/api/auth/me")
        .problem(401, "unauthenticated");
  }
}
