package dev.coderev.server.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coderev.server.testing.Answer;
import dev.coderev.server.testing.ApiClient;
import dev.coderev.server.testing.TestProjects;
import dev.coderev.server.testing.Waiting;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server in a process of its own, killed in the middle of its work. */
class KilledServerIntegrationTests {
  private static final String PASSWORD = "a password for the test";

  @TempDir private Path folder;
  private Process process;
  private int port;

  private ApiClient start(String log) throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Serve.class.getName(),
                "--data-dir",
                folder.resolve("data").toString(),
                "--port",
                Integer.toString(port))
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve(log).toFile());
    // The test asks more often than one user may.
    builder.environment().put("RATE_LIMIT_REQUESTS", "1000000");
    process = builder.start();
    ApiClient client = new ApiClient("http://127.0.0.1:" + port);
    Waiting.until(
        () -> {
          try {
            return client.get("/health/ready");
          } catch (java.io.UncheckedIOException _) {
            return new Answer(
                0, java.net.http.HttpHeaders.of(Map.of(), (_, _) -> true), new byte[0]);
          }
        },
        answer -> answer.status() == 200);
    return client;
  }

  @AfterEach
  void end() throws InterruptedException {
    if (process != null && process.isAlive()) {
      process.destroy();
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }
  }

  private static ApiClient login(ApiClient client, String password) {
    return client.bearer(
        client
            .post(
                "/api/auth/login",
                Map.of("email", "admin@localhost.localdomain", "password", password))
            .expect(200)
            .field("access_token"));
  }

  @Test
  void finishesAnInterruptedAnalysisOnceAfterTheNextStart() throws Exception {
    ApiClient client = start("first.log");
    String told =
        Files.readAllLines(folder.resolve("first.log")).stream()
            .filter(line -> line.contains("one-time password"))
            .findFirst()
            .orElseThrow();
    String first = told.replaceAll(".*one-time password (\\w+) .*", "$1");
    ApiClient fresh = login(client, first);
    fresh
        .post(
            "/api/auth/password/change",
            Map.of("current_password", first, "new_password", PASSWORD))
        .expect(204);
    ApiClient admin = login(client, PASSWORD);
    String project =
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
    String state =
        admin
            .post("/api/projects/" + project + "/analyze", Map.of("full_scan", true))
            .expect(202)
            .header("Location");
    Waiting.until(
        () -> admin.get(state).expect(200), answer -> !answer.field("status").equals("queued"));
    process.destroyForcibly();
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();

    ApiClient again = login(start("second.log"), PASSWORD);
    Answer done = Waiting.untilOver(again, state);
    assertThat(done.field("status")).isEqualTo("completed");
    Answer issues = again.get("/api/projects/" + project + "/issues?category=security").expect(200);
    assertThat(issues.json().at("/total").asInt()).isEqualTo(200);
    assertThat(
            again
                .get("/api/projects/" + project + "/analyses")
                .expect(200)
                .json()
                .at("/total")
                .asInt())
        .isEqualTo(1);
    process.destroy();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(folder.resolve("data/postgres/postmaster.pid")).doesNotExist();
  }
}
