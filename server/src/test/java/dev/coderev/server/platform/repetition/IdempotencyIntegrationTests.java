package dev.coderev.server.platform.repetition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coderev.server.platform.repetition.KeptAnswers.Known;
import dev.coderev.server.platform.repetition.KeptAnswers.Place;
import dev.coderev.server.testing.Answer;
import dev.coderev.server.testing.ApiClient;
import dev.coderev.server.testing.TestServer;
import dev.coderev.server.testing.TestUsers;
import dev.coderev.server.testing.TestUsers.Person;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IdempotencyIntegrationTests {
  private static final Map<String, String> WISH = Map.of("name", "Once", "language", "go");

  private final Person person = TestUsers.person();
  private final ApiClient client = person.client().with("Idempotency-Key", "the first try");

  private int projects() {
    return person.client().get("/api/projects").json().at("/total").asInt();
  }

  @Test
  void doesARepeatedRequestOnce() {
    Answer first = client.post("/api/projects", WISH).expect(201);
    Answer second = client.post("/api/projects", WISH).expect(201);
    assertThat(second.json()).isEqualTo(first.json());
    assertThat(second.header("Location")).isEqualTo(first.header("Location"));
    assertThat(second.header("Content-Type")).isEqualTo(first.header("Content-Type"));
    assertThat(first.header("Idempotency-Replayed")).isEmpty();
    assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(projects()).isEqualTo(1);
  }

  @Test
  void repeatsARefusalToo() {
    client.post("/api/projects", Map.of("name", "Once")).problem(422, "validation_failed");
    Answer again = client.post("/api/projects", Map.of("name", "Once")).expect(422);
    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(again.header("Content-Type")).startsWith("application/problem+json");
  }

  @Test
  void refusesTheKeyForAnotherBody() {
    client.post("/api/projects", WISH).expect(201);
    client
        .post("/api/projects", Map.of("name", "Other", "language", "go"))
        .problem(422, "idempotency_mismatch");
    assertThat(projects()).isEqualTo(1);
  }

  @Test
  void keepsKeysApartByUserAndPath() {
    client.post("/api/projects", WISH).expect(201);
    TestUsers.person()
        .client()
        .with("Idempotency-Key", "the first try")
        .post("/api/projects", WISH)
        .expect(201);
    client.post("/api/reports/generate", Map.of("type", "summary")).expect(202);
  }

  @Test
  void refusesASecondRequestWhileTheFirstRuns() {
    KeptAnswers answers = TestServer.part(KeptAnswers.class);
    Place place = new Place(person.id(), "POST /api/projects", "the first try");
    String body = "{\"name\":\"Once\",\"language\":\"go\"}";
    String hash = hash(body);
    assertThat(answers.take(place, hash)).isInstanceOf(Known.First.class);
    client
        .with("Content-Type", "application/json")
        .send("POST", "/api/projects", java.net.http.HttpRequest.BodyPublishers.ofString(body))
        .problem(409, "idempotency_in_progress");
    answers.giveUp(place);
    assertThat(projects()).isZero();
  }

  private static String hash(String body) {
    return IdempotencyFilter.hash("", body.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  @Test
  void refusesAKeyThatIsNone() {
    person
        .client()
        .with("Idempotency-Key", "x".repeat(256))
        .post("/api/projects", WISH)
        .problem(422, "validation_failed");
  }

  @Test
  void ignoresTheKeyWhereItIsNotPromised() {
    Answer first = client.post("/api/auth/logout").expect(204);
    assertThat(first.header("Idempotency-Replayed")).isEmpty();
    client.get("/api/projects").problem(401, "unauthenticated");
  }
}
