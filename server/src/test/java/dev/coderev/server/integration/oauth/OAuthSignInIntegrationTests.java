package dev.coderev.server.integration.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coderev.server.platform.database.DatabaseAddress;
import dev.coderev.server.platform.secret.MasterKey;
import dev.coderev.server.platform.settings.SettingsReader;
import dev.coderev.server.start.CodeRevServer;
import dev.coderev.server.testing.Answer;
import dev.coderev.server.testing.ApiClient;
import dev.coderev.server.testing.AuthorizationServer;
import dev.coderev.server.testing.AuthorizationServer.Account;
import dev.coderev.server.testing.TestServer;
import dev.coderev.server.testing.TestUsers;
import dev.coderev.server.testing.TestUsers.Person;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A second server on the same database, which signs users in through hosts. */
class OAuthSignInIntegrationTests {
  @TempDir private static Path folder;
  private static CodeRevServer server;

  private final ApiClient guest = new ApiClient("http://127.0.0.1:" + server.port());
  private final Person person = TestUsers.person();
  private final Account account = AuthorizationServer.account();

  @BeforeAll
  static void start() throws IOException {
    TestServer.client();
    DatabaseAddress database = TestServer.part(DatabaseAddress.class);
    Map<String, String> settings = new HashMap<>(TestServer.codeHosts());
    settings.put("ENVIRONMENT", "test");
    settings.put("PORT", "0");
    settings.put("ROLES", "web");
    settings.put("DATA_PATH", folder.toString());
    settings.put("DATABASE_URL", database.url());
    settings.put("DATABASE_USER", database.user());
    database.password().ifPresent(word -> settings.put("DATABASE_PASSWORD", word));
    settings.put("SECRET_KEY", Files.readString(MasterKey.file(TestServer.dataFolder())).strip());
    settings.put("ALLOWED_PRIVATE_HOSTS", "localhost");
    settings.put("OAUTH_LOGIN", "true");
    settings.put("OAUTH_REDIRECT_URIS", "https://app.example/signed-in");
    settings.remove("BITBUCKET_CLIENT_ID");
    settings.remove("BITBUCKET_CLIENT_SECRET");
    server = CodeRevServer.start(SettingsReader.read(settings), _ -> {}, CodeRevServer.Mode.FAST);
  }

  @AfterAll
  static void close() {
    server.close();
  }

  private void connect() {
    Answer departure = person.client().get("/api/oauth/gitlab/authorize").expect(200);
    arrive(person.client(), departure, account).expect(200);
  }

  private static Answer arrive(ApiClient client, Answer departure, Account who) {
    String code = AuthorizationServer.GITLAB.consent(departure.field("authorization_url"), who);
    return client.post(
        "/api/oauth/gitlab/callback?code=" + code + "&state=" + departure.field("state"));
  }

  private Answer depart() {
    Answer departure = guest.get("/api/oauth/gitlab/authorize").expect(200);
    assertThat(departure.field("authorization_url"))
        .contains("redirect_uri=https%3A%2F%2Fapp.example%2Fsigned-in");
    assertThat(departure.header("Set-Cookie"))
        .contains("HttpOnly")
        .contains("SameSite=Lax")
        .contains("Path=/api/oauth");
    return departure;
  }

  private static ApiClient withCookie(ApiClient client, Answer departure) {
    return client.with("Cookie", departure.header("Set-Cookie").replaceAll(";.*", ""));
  }

  @Test
  void signsInWhoConnectedTheAccount() {
    connect();
    Answer departure = depart();
    Answer arrived = arrive(withCookie(guest, departure), departure, account).expect(200);
    assertThat(arrived.field("session.user.id")).isEqualTo(person.id());
    Answer me = guest.bearer(arrived.field("session.access_token")).get("/api/auth/me").expect(200);
    assertThat(me.field("email")).isEqualTo(person.email());
    guest
        .post("/api/auth/refresh", Map.of("refresh_token", arrived.field("session.refresh_token")))
        .expect(200);
  }

  @Test
  void signsNobodyInWhoseBrowserDidNotAsk() {
    connect();
    Answer departure = depart();
    arrive(guest, departure, account).problem(400, "invalid_state");
    arrive(withCookie(guest, depart()), departure, account).problem(400, "invalid_state");
    // Somebody who is signed in does not end the way of a guest.
    ApiClient signedIn = guest.with("Authorization", "Bearer none");
    arrive(withCookie(signedIn, departure), departure, account).expect(401);
  }

  @Test
  void signsInNoUnknownAccountAndNobodyWhoIsShutOut() {
    Answer departure = depart();
    arrive(withCookie(guest, departure), departure, AuthorizationServer.account())
        .problem(401, "invalid_credentials");
    connect();
    TestUsers.admin().post("/api/admin/users/" + person.id() + "/suspend").expect(200);
    Answer second = depart();
    arrive(withCookie(guest, second), second, account).problem(401, "invalid_credentials");
  }

  @Test
  void saysThatItIsNoClientOfAHost() {
    Answer refused = guest.get("/api/oauth/bitbucket/authorize").problem(503, "unavailable");
    assertThat(refused.header("Retry-After")).isNotEmpty();
    guest
        .get("/api/oauth/github/authorize?redirect_uri=http://localhost:8000/")
        .problem(422, "validation_failed");
  }
}
