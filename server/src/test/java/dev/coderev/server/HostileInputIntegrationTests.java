package dev.coderev.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coderev.server.testing.Answer;
import dev.coderev.server.testing.ApiClient;
import dev.coderev.server.testing.ApiOperation;
import dev.coderev.server.testing.HostileRequests;
import dev.coderev.server.testing.HostileRequests.Request;
import dev.coderev.server.testing.TestProjects;
import dev.coderev.server.testing.TestServer;
import dev.coderev.server.testing.TestUsers;
import dev.coderev.server.testing.TestUsers.Person;
import dev.coderev.server.testing.Waiting;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * What nobody may do to the server with a request. {@code -Dcoderev.hostile.rounds=N} asks longer,
 * {@code -Dcoderev.hostile.seed=N} asks something else.
 */
class HostileInputIntegrationTests {
  private static final int ROUNDS = Integer.getInteger("coderev.hostile.rounds", 3);
  private static final long SEED = Long.getLong("coderev.hostile.seed", 1);
  private static final String MARKER = "only-the-owner-knows-this";
  private static final String INSIDE =
      "(?s).*(\\tat |Exception|org\\.springframework|org\\.postgresql|dev\\.coderev|ERROR:|SQL).*";

  private final JsonNode document = TestServer.client().get("/openapi.json").expect(200).json();
  private final List<String> found = new ArrayList<>();

  /** Somebody with a project, and the identifiers of everything in it. */
  private static List<String> belongings(Person owner) {
    ApiClient client = owner.client();
    String project =
        client
            .post("/api/projects", Map.of("name", MARKER, "language", "python"))
            .expect(201)
            .field("id");
    TestProjects.analyse(
        owner, project, Map.of("app.py", TestProjects.INJECTION + "# " + MARKER + "\n"));
    String vulnerability =
        client.get("/api/vulnerabilities?project_id=" + project).expect(200).field("0.id");
    Answer report =
        client
            .post("/api/reports/generate", Map.of("type", "security", "project_id", project))
            .expect(202);
    Waiting.untilOver(client, report.header("Location"));
    String analysis =
        client.get("/api/projects/" + project + "/analyses").expect(200).field("items.0.id");
    return List.of(
        project,
        vulnerability,
        vulnerability.replace("vuln-", "issue_"),
        analysis,
        report.field("id"),
        owner.id());
  }

  private void ask(String who, Supplier<ApiClient> signIn, List<String> identifiers, boolean all) {
    HostileRequests requests = new HostileRequests(document, identifiers, SEED + who.hashCode());
    ApiClient client = signIn.get();
    for (int round = 0; round < ROUNDS; round++) {
      for (ApiOperation operation : ApiOperation.of(document)) {
        if (operation.path().startsWith("/v1/")) {
          continue; // asked where there is a model
        }
        Request request = requests.next(operation);
        Answer answer = request.send(client);
        judge(who + ": " + request, answer, all);
        if (answer.status() < 300 && !documented(operation).contains(answer.status())) {
          found.add("undocumented status " + answer.status() + " for " + request);
        }
        if (answer.status() == 401 || answer.status() == 204) {
          client = signIn.get();
        }
      }
    }
    assertThat(found).isEmpty();
  }

  private List<Integer> documented(ApiOperation operation) {
    return document
        .at("/paths")
        .path(operation.path())
        .path(operation.method().toLowerCase(Locale.ROOT))
        .path("responses")
        .propertyStream()
        .map(Map.Entry::getKey)
        .filter(status -> status.matches("\\d+"))
        .map(Integer::valueOf)
        .toList();
  }

  private void judge(String what, Answer answer, boolean mayKnow) {
    String text = answer.text();
    boolean refused = answer.status() >= 400;
    if (answer.status() == 500 || answer.status() == 503 || answer.status() > 504) {
      found.add(answer.status() + " for " + what + " -> " + text);
    } else if (refused && !answer.header("Content-Type").startsWith("application/problem+json")) {
      found.add("no problem but " + answer.status() + " " + text + " for " + what);
    } else if (refused && text.matches(INSIDE)) {
      found.add("tells of the inside: " + text + " for " + what);
    } else if (!mayKnow && text.contains(MARKER)) {
      found.add("tells what belongs to somebody else: " + text + " for " + what);
    } else if (!answer.header("X-Evil").isEmpty()) {
      found.add("a header from input for " + what);
    }
  }

  @Test
  void strangersGetNothing() {
    ask("nobody", TestUsers::stranger, belongings(TestUsers.person()), false);
  }

  @Test
  void usersGetNothingOfOthers() {
    ask("user", () -> TestUsers.person().client(), belongings(TestUsers.person()), false);
  }

  @Test
  void ownersBreakNothingOfTheirOwn() {
    Person owner = TestUsers.person();
    List<String> own = belongings(owner);
    ask(
        "owner",
        () ->
            TestUsers.login(TestUsers.stranger(), owner.id(), owner.email(), TestUsers.PASSWORD)
                .client(),
        own,
        true);
  }

  @Test
  void administratorsBreakNothing() {
    List<String> others = belongings(TestUsers.person());
    ask(
        "administrator",
        () -> {
          Person person = TestUsers.person();
          TestUsers.admin()
              .put("/api/admin/users/" + person.id(), Map.of("role", "admin"))
              .expect(200);
          return person.client();
        },
        others,
        true);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /%00 HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET /api/../../etc/passwd HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET /api/..;/admin/users HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET /api/projects%2f..%2fadmin HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET //api//projects HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET /api/projects?<script> HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET /\u00e4 HTTP/1.1\r\nHost: x\r\n\r\n",
        "TRACE / HTTP/1.1\r\nHost: x\r\n\r\n",
        "FOO / HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET / HTTP/9.9\r\nHost: x\r\n\r\n",
        "GET / HTTP/1.1\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n",
        "GET /health HTTP/1.1\r\nHost: x y\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: x\r\nX: \u0000\r\n\r\n",
        "POST /api/auth/login HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
        "POST /api/auth/login HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n{}",
        "POST /api/auth/login HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        "POST /api/auth/login HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "nonsense\r\n\r\n"
      })
  void tellsNothingOfItselfToBrokenRequests(String request) throws IOException {
    String answer = raw(request);
    assertThat(answer).doesNotContainPattern("Tomcat|Exception|\\tat |java\\.|HTTP/1\\.1 50[03]");
    assertThat(TestServer.client().get("/health/live").status()).isEqualTo(200);
  }

  @Test
  void tellsNothingOfItselfToAnEndlessHeader() throws IOException {
    String answer = raw("GET / HTTP/1.1\r\nHost: x\r\nX: " + "a".repeat(100_000) + "\r\n\r\n");
    assertThat(answer).doesNotContainPattern("Tomcat|Exception|\\tat |java\\.|HTTP/1\\.1 50[03]");
  }

  private static String raw(String request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), TestServer.port())) {
      socket.setSoTimeout(5_000);
      try {
        socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
        socket.shutdownOutput();
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      } catch (java.net.SocketException hungUp) {
        return "";
      }
    }
  }
}
