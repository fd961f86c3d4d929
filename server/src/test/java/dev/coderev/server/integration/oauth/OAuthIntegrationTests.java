package dev.coderev.server.integration.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.coderev.server.testing.Answer;
import dev.coderev.server.testing.ApiClient;
import dev.coderev.server.testing.AuthorizationServer;
import dev.coderev.server.testing.AuthorizationServer.Account;
import dev.coderev.server.testing.TestProjects;
import dev.coderev.server.testing.TestServer;
import dev.coderev.server.testing.TestUsers;
import dev.coderev.server.testing.TestUsers.Person;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class OAuthIntegrationTests {
  private static final String CONNECTIONS = "/api/user/oauth/connections";

  private final Person person = TestUsers.person();
  private final Account account = AuthorizationServer.account();

  @AfterEach
  void honestAgain() {
    AuthorizationServer.GITLAB.idTokens(UnaryOperator.identity(), UnaryOperator.identity());
  }

  private Answer depart(String provider) {
    return person.client().get("/api/oauth/" + provider + "/authorize").expect(200);
  }

  private static Answer arrive(ApiClient client, String provider, String code, String state) {
    return client.post(
        "/api/oauth/" + provider + "/callback", Map.of("code", code, "state", state));
  }

  private Answer connect(String provider, AuthorizationServer host) {
    Answer departure = depart(provider);
    String code = host.consent(departure.field("authorization_url"), account);
    return arrive(person.client(), provider, code, departure.field("state"));
  }

  @Test
  void connectsAccountsOfEveryHostAndNeverTellsTheirTokens() {
    StringBuilder told = new StringBuilder();
    Map.of(
            "github", AuthorizationServer.GITHUB,
            "gitlab", AuthorizationServer.GITLAB,
            "bitbucket", AuthorizationServer.BITBUCKET)
        .forEach((provider, host) -> {
          Answer connected = connect(provider, host).expect(200);
          assertThat(connected.field("provider")).isEqualTo(provider);
          assertThat(connected.field("username")).isEqualTo(account.name());
          assertThat(connected.json().at("/session").isNull()).isTrue();
          told.append(connected.text());
          assertThat(host.tokensOf(account)).hasSize(1);
        });
    Answer list = person.client().get(CONNECTIONS).expect(200);
    assertThat(list.json().at("/total").asInt()).isEqualTo(3);
    assertThat(list.field("items.0.provider")).isEqualTo("bitbucket");
    assertThat(list.field("items.0.username")).isEqualTo(account.name());
    assertThat(list.field("items.0.scopes.0")).isEqualTo("api");
    assertThat(list.field("items.0.connected_at")).endsWith("Z");
    assertThat(told + list.text()).doesNotContain("access-").doesNotContain("refresh-");
    assertThat(TestUsers.person().client().get(CONNECTIONS).json().at("/total").asInt()).isZero();
    assertThat(stored()).doesNotContain("access-").doesNotContain("refresh-");
  }

  private String stored() {
    return TestServer.part(JdbcClient.class)
            .sql("select access_token || refresh_token from oauth_connections where user_id = ?")
            .param(person.id())
            .query(byte[].class)
            .list()
            .toString()
        + new String(
            TestServer.part(JdbcClient.class)
                .sql("select access_token from oauth_connections where user_id = ? limit 1")
                .param(person.id())
                .query(byte[].class)
                .single(),
            StandardCharsets.ISO_8859_1);
  }

  @Test
  void asksForNoMoreThanItUsesAndComesBackOnlyToItself() {
    Answer departure = depart("gitlab");
    Map<String, String> query =
        AuthorizationServer.fields(departure.field("authorization_url").replaceAll(".*\\?", ""));
    assertThat(query)
        .containsEntry("scope", "openid api")
        .containsEntry("redirect_uri", "http://localhost:8000/oauth/gitlab/callback")
        .containsEntry("state", departure.field("state"))
        .containsKey("nonce");
    assertThat(query.get("code_challenge")).hasSize(43);
    String authorize = "/api/oauth/github/authorize?redirect_uri=";
    person.client().get(authorize + "http://localhost:8000/settings/hosts").expect(200);
    for (String bad :
        List.of(
            "http://localhost:8000.evil.example/",
            "http://evil.example/",
            "http://localhost:8000/../x",
            "http://localhost:8000/a%3Fb=c",
            "http://localhost:8000@evil.example/",
            "javascript:alert(1)")) {
      person.client().get(authorize + bad).problem(422, "validation_failed");
    }
  }

  @Test
  void aStateIsGoodOnceForTheSessionThatAskedAndItsHost() {
    Answer departure = depart("github");
    String state = departure.field("state");
    String code = AuthorizationServer.GITHUB.consent(departure.field("authorization_url"), account);
    Person other = TestUsers.person();
    arrive(other.client(), "github", code, state).problem(400, "invalid_state");
    ApiClient secondSession =
        TestUsers.login(TestUsers.stranger(), person.id(), person.email(), TestUsers.PASSWORD)
            .client();
    arrive(secondSession, "github", code, state).problem(400, "invalid_state");
    arrive(person.client(), "gitlab", code, state).problem(400, "invalid_state");
    arrive(person.client(), "github", code, "invented").problem(400, "invalid_state");
    arrive(person.client(), "github", code, state).expect(200);
    arrive(person.client(), "github", code, state).problem(400, "invalid_state");
  }

  @Test
  void aStateIsOverAfterTenMinutes() {
    Answer departure = depart("github");
    TestServer.part(JdbcClient.class)
        .sql(
            "update oauth_states set expires_at = expires_at - interval '10 minutes' where user_id = ?")
        .param(person.id())
        .update();
    String code = AuthorizationServer.GITHUB.consent(departure.field("authorization_url"), account);
    arrive(person.client(), "github", code, departure.field("state")).problem(400, "invalid_state");
  }

  @Test
  void theHostJudgesCodeAndVerifier() {
    Answer departure = depart("github");
    arrive(person.client(), "github", "not-a-code", departure.field("state"))
        .problem(400, "malformed_request");
    // A code that was given to another request has another challenge.
    Answer first = depart("github");
    Answer second = depart("github");
    String code = AuthorizationServer.GITHUB.consent(first.field("authorization_url"), account);
    arrive(person.client(), "github", code, second.field("state"))
        .problem(400, "malformed_request");
    assertThat(person.client().get(CONNECTIONS).json().at("/total").asInt()).isZero();
  }

  @Test
  void believesOnlyIdTokensThatTheHostSignedForThisRequest() {
    List<UnaryOperator<JWTClaimsSet.Builder>> lies =
        List.of(
            said -> said.claim("nonce", "another"),
            said -> said.audience("another-client"),
            said -> said.audience(List.of(AuthorizationServer.CLIENT, "another-client")),
            said -> said.issuer("http://evil.example"),
            said -> said.subject("1"),
            said -> said.expirationTime(Date.from(Instant.now().minusSeconds(600))),
            said -> said.issueTime(Date.from(Instant.now().plusSeconds(600))));
    for (UnaryOperator<JWTClaimsSet.Builder> lie : lies) {
      AuthorizationServer.GITLAB.idTokens(lie, UnaryOperator.identity());
      connect("gitlab", AuthorizationServer.GITLAB).problem(502, "provider_error");
    }
    AuthorizationServer.GITLAB.idTokens(UnaryOperator.identity(), AuthorizationServer::forged);
    connect("gitlab", AuthorizationServer.GITLAB).problem(502, "provider_error");
    AuthorizationServer.GITLAB.idTokens(UnaryOperator.identity(), OAuthIntegrationTests::unsigned);
    connect("gitlab", AuthorizationServer.GITLAB).problem(502, "provider_error");
    assertThat(person.client().get(CONNECTIONS).json().at("/total").asInt()).isZero();
    honestAgain();
    connect("gitlab", AuthorizationServer.GITLAB).expect(200);
  }

  /** A token whose header says something else than its signature was made with. */
  private static SignedJWT unsigned(SignedJWT token) {
    try {
      String[] parts = token.serialize().split("\\.");
      String header =
          java.util.Base64.getUrlEncoder()
              .withoutPadding()
              .encodeToString(
                  "{\"alg\":\"HS256\",\"kid\":\"one\"}".getBytes(StandardCharsets.UTF_8));
      return SignedJWT.parse(header + "." + parts[1] + "." + parts[2]);
    } catch (java.text.ParseException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void anAccountBelongsToOneUser() {
    connect("github", AuthorizationServer.GITHUB).expect(200);
    connect("github", AuthorizationServer.GITHUB).expect(200);
    Person other = TestUsers.person();
    Answer departure = other.client().get("/api/oauth/github/authorize").expect(200);
    String code = AuthorizationServer.GITHUB.consent(departure.field("authorization_url"), account);
    arrive(other.client(), "github", code, departure.field("state")).problem(409, "conflict");
  }

  @Test
  void disconnectingGivesTheTokenBack() {
    connect("github", AuthorizationServer.GITHUB).expect(200);
    connect("gitlab", AuthorizationServer.GITLAB).expect(200);
    for (String provider : List.of("github", "gitlab")) {
      person.client().delete("/api/user/oauth/" + provider).expect(204);
      person.client().delete("/api/user/oauth/" + provider).problem(404, "not_found");
    }
    assertThat(AuthorizationServer.GITHUB.tokensOf(account)).isEmpty();
    assertThat(AuthorizationServer.GITLAB.tokensOf(account)).isEmpty();
    assertThat(person.client().get(CONNECTIONS).json().at("/total").asInt()).isZero();
  }

  @Test
  void nobodyElseMayUseTheseWays() {
    ApiClient nobody = TestUsers.stranger();
    nobody.get("/api/oauth/github/authorize").problem(401, "unauthenticated");
    arrive(nobody, "github", "c", "s").problem(401, "unauthenticated");
    ApiClient key = TestProjects.key(person, List.of("project:read", "project:write"));
    key.get("/api/oauth/github/authorize").problem(403, "scope_missing");
    key.get(CONNECTIONS).problem(403, "scope_missing");
    person.client().get("/api/oauth/sourceforge/authorize").problem(404, "not_found");
    person.client().delete("/api/user/oauth/sourceforge").problem(404, "not_found");
    person.client().post("/api/oauth/github/callback").problem(422, "validation_failed");
    arrive(person.client(), "sourceforge", "c", "s").problem(404, "not_found");
  }
}
