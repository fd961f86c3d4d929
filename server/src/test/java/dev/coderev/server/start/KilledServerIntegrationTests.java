package dev.coderev.server.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coderev.server.testing.Answer;
import dev.coderev.server.testing.ApiClient;
import dev.coderev.server.testing.ServerProcess;
import dev.coderev.server.testing.TestProjects;
import dev.coderev.server.testing.Waiting;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server in a process of its own, killed in the middle of its work. */
class KilledServerIntegrationTests {
  @TempDir private Path folder;

  private ServerProcess start(String log) {
    return ServerProcess.start(
        folder.resolve(log),
        Map.of("ALLOWED_PRIVATE_HOSTS", "localhost"),
        "--data-dir",
        folder.resolve("data").toString());
  }

  private static String analysedProject(ApiClient admin) {
    String project =
        admin
            .post("/api/projects", Map.of("name", "P", "language", "python"))
            .expect(201)
            .field("id");
    admin
        .put(
            "/api/projects/" + project + "/source",
            Map.of("files", List.of(Map.of("path", "net.py", "content", TestProjects.UNVERIFIED))))
        .expect(200);
    String state =
        admin
            .post("/api/projects/" + project + "/analyze", Map.of("full_scan", true))
            .expect(202)
            .header("Location");
    Waiting.untilOver(admin, state);
    return project;
  }

  /** What the server was given or gave out in confidence. */
  private static List<String> secrets(ApiClient admin, String project) {
    Answer key =
        admin
            .post("/api/user/api-keys", Map.of("name", "k", "scopes", List.of("project:read")))
            .expect(201);
    String provider = "sk-" + "p7Qx".repeat(9);
    admin.put("/api/admin/providers/openai", Map.of("api_key", provider)).expect(200);
    String token = "tok" + "Zw93".repeat(9);
    Answer hook =
        admin
            .post(
                "/api/projects/" + project + "/webhooks",
                Map.of(
                    "provider",
                    "gitlab",
                    "repository",
                    "a/b",
                    "address",
                    "http://localhost:9",
                    "token",
                    token))
            .expect(201);
    Answer session =
        admin
            .post(
                "/api/auth/login",
                Map.of("email", ServerProcess.ADMIN, "password", ServerProcess.PASSWORD))
            .expect(200);
    return List.of(
        ServerProcess.PASSWORD,
        key.field("key").substring(key.field("key").lastIndexOf('_', 30) + 1),
        provider,
        token,
        hook.field("secret"),
        session.field("refresh_token"),
        session.field("access_token"));
  }

  @Test
  void finishesInterruptedReportsAndRepairsOnceAndWritesNoSecretAnywhere() throws IOException {
    List<String> reports = new ArrayList<>();
    List<String> secrets;
    String repair;
    String vulnerability;
    try (ServerProcess killed = start("first.log")) {
      ApiClient admin = killed.firstAdmin();
      String project = analysedProject(admin);
      secrets = secrets(admin, project);
      vulnerability = admin.get("/api/vulnerabilities").expect(200).field("0.id");
      for (int i = 0; i < 8; i++) {
        reports.add(
            admin
                .post("/api/reports/generate", Map.of("type", "security", "format", "pdf"))
                .expect(202)
                .header("Location"));
      }
      repair =
          admin
              .post("/api/vulnerabilities/" + vulnerability + "/fixes/generate")
              .expect(202)
              .header("Location");
      Waiting.until(
          () -> admin.get(repair).expect(200), job -> !job.field("status").equals("queued"));
      killed.kill();
    }

    try (ServerProcess server = start("second.log")) {
      ApiClient again = server.admin();
      for (String report : reports) {
        Answer done =
            Waiting.until(
                () -> again.get(report).expect(200),
                state -> !state.field("status").equals("generating"));
        assertThat(done.field("status")).isEqualTo("completed");
        assertThat(again.get(done.field("download_url")).expect(200).text()).startsWith("%PDF");
      }
      assertThat(again.get("/api/reports").expect(200).json().at("/total").asInt())
          .isEqualTo(reports.size());
      assertThat(Waiting.untilOver(again, repair).field("status")).isEqualTo("completed");
      Answer fixes = again.get("/api/vulnerabilities/" + vulnerability + "/fixes").expect(200);
      assertThat(fixes.json().size()).isEqualTo(1);
      assertThat(fixes.field("0.status")).isEqualTo("pending");
    }
    assertThat(secretsIn(folder, secrets)).isEmpty();
  }

  /** Which files below a folder hold which of these texts, by its place in the list. */
  private static List<String> secretsIn(Path folder, List<String> secrets) throws IOException {
    List<String> found = new ArrayList<>();
    try (var files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        for (int i = 0; i < secrets.size(); i++) {
          if (bytes.contains(secrets.get(i))) {
            found.add(folder.relativize(file) + " holds secret " + i);
          }
        }
      }
    }
    return found;
  }

  @Test
  void finishesAnInterruptedAnalysisOnceAfterTheNextStart() {
    String project;
    String state;
    try (ServerProcess killed = start("first.log")) {
      ApiClient admin = killed.firstAdmin();
      project =
          admin
              .post("/api/projects", Map.of("name", "P", "language", "python"))
              .expect(201)
              .field("id");
      List<Map<String, String>> files =
          IntStream.range(0, 200)
              .mapToObj(i ->
                  Map.of(
                      "path", "m" + i + ".py", "content", TestProjects.INJECTION + "# " + i + "\n"))
              .toList();
      admin.put("/api/projects/" + project + "/source", Map.of("files", files)).expect(200);
      state =
          admin
              .post("/api/projects/" + project + "/analyze", Map.of("full_scan", true))
              .expect(202)
              .header("Location");
      Waiting.until(
          () -> admin.get(state).expect(200), answer -> !answer.field("status").equals("queued"));
      killed.kill();
    }

    try (ServerProcess server = start("second.log")) {
      ApiClient again = server.admin();
      Answer done = Waiting.untilOver(again, state);
      assertThat(done.field("status")).isEqualTo("completed");
      Answer issues =
          again.get("/api/projects/" + project + "/issues?category=security").expect(200);
      assertThat(issues.json().at("/total").asInt()).isEqualTo(200);
      assertThat(
              again
                  .get("/api/projects/" + project + "/analyses")
                  .expect(200)
                  .json()
                  .at("/total")
                  .asInt())
          .isEqualTo(1);
    }
    assertThat(folder.resolve("data/postgres/postmaster.pid")).doesNotExist();
  }
}
