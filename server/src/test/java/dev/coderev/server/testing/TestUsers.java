package dev.coderev.server.testing;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Users of the test server, each with an address and a session of their own. */
public final class TestUsers {
  public static final String PASSWORD = "correct horse battery";
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final ApiClient ADMIN = firstAdmin();

  /** Somebody who is signed in. */
  public record Person(String id, String email, ApiClient client, String refreshToken) {}

  private TestUsers() {}

  /** A client with a network address that no other test uses. */
  public static ApiClient stranger() {
    int number = COUNT.incrementAndGet();
    return TestServer.client()
        .with(
            "X-Forwarded-For",
            "10." + number / 65536 + "." + number / 256 % 256 + "." + number % 256);
  }

  /** A new user, signed in. */
  public static Person person() {
    String email = "person" + COUNT.incrementAndGet() + "@example.org";
    ApiClient stranger = stranger();
    String id =
        stranger
            .post(
                "/api/auth/register",
                Map.of("email", email, "password", PASSWORD, "name", "A Person"))
            .expect(201)
            .field("user_id");
    return login(stranger, id, email, PASSWORD);
  }

  public static Person login(ApiClient stranger, String id, String email, String password) {
    Answer answer =
        stranger.post("/api/auth/login", Map.of("email", email, "password", password)).expect(200);
    return new Person(
        id, email, stranger.bearer(answer.field("access_token")), answer.field("refresh_token"));
  }

  /** A user whose platform role is viewer. */
  public static Person viewer() {
    Person person = person();
    ADMIN.put("/api/admin/users/" + person.id(), Map.of("role", "viewer")).expect(200);
    return person;
  }

  public static ApiClient admin() {
    return ADMIN;
  }

  private static ApiClient firstAdmin() {
    ApiClient stranger = stranger();
    String told =
        TestServer.told().stream()
            .filter(line -> line.contains("one-time password"))
            .findFirst()
            .orElseThrow();
    String password = told.replaceAll(".*one-time password (\\w+) .*", "$1");
    String email = "admin@localhost.localdomain";
    Person first = login(stranger, "", email, password);
    first
        .client()
        .post(
            "/api/auth/password/change",
            Map.of("current_password", password, "new_password", PASSWORD))
        .expect(204);
    return login(stranger, "", email, PASSWORD).client();
  }
}
