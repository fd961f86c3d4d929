package dev.coderev.server.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coderev.server.testing.Answer;
import dev.coderev.server.testing.ApiClient;
import dev.coderev.server.testing.ServerProcess;
import dev.coderev.server.testing.TestProjects;
import dev.coderev.server.testing.Waiting;
import java.nio.file.Path;
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
        folder.resolve(log), Map.of(), "--data-dir", folder.resolve("data").toString());
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
