package dev.coderev.server.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.coderev.server.testing.Answer;
import dev.coderev.server.testing.ApiClient;
import dev.coderev.server.testing.ServerProcess;
import dev.coderev.server.testing.Waiting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A server whose data folder lies on a small volume that becomes full. Needs the right to mount.
 */
class FullVolumeIntegrationTests {
  private static final int MEGABYTE = 1 << 20;
  private static final int RESERVE = 40 * MEGABYTE;

  @TempDir private Path folder;
  private final Random random = new Random(5);
  private Path volume = Path.of("");
  private boolean mounted;

  @BeforeEach
  void mount() throws Exception {
    volume = Files.createDirectory(folder.resolve("volume"));
    mounted = run("mount", "-t", "tmpfs", "-o", "size=220m", "tmpfs", volume.toString());
    assumeThat(mounted).as("may mount").isTrue();
    Files.write(volume.resolve("reserve"), new byte[RESERVE]);
  }

  @AfterEach
  void unmount() throws Exception {
    if (mounted) {
      assertThat(run("umount", volume.toString())).isTrue();
    }
  }

  private static boolean run(String... command) throws InterruptedException {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException _) {
      return false;
    }
  }

  private ServerProcess start(String log) {
    return ServerProcess.start(
        folder.resolve(log), Map.of(), "--data-dir", volume.resolve("data").toString());
  }

  /** Four megabytes that cannot be packed. */
  private Answer upload(ApiClient client, String project, String name) {
    byte[] bytes = new byte[3 * MEGABYTE];
    random.nextBytes(bytes);
    String text = Base64.getEncoder().encodeToString(bytes);
    return client.put(
        "/api/projects/" + project + "/source",
        Map.of("files", List.of(Map.of("path", name + ".txt", "content", text))));
  }

  private static String project(ApiClient client, String name) {
    return client
        .post("/api/projects", Map.of("name", name, "language", "python"))
        .expect(201)
        .field("id");
  }

  @Test
  void losesNothingThatWasStoredAndGoesOnWhenThereIsRoomAgain() throws Exception {
    String kept;
    try (ServerProcess server = start("first.log")) {
      ApiClient admin = server.firstAdmin();
      kept = project(admin, "Kept");
      upload(admin, kept, "kept").expect(200);
      String filling = project(admin, "Filling");
      Answer last = upload(admin, filling, "f0");
      for (int i = 1; i < 100 && last.status() == 200; i++) {
        last = upload(admin, filling, "f" + i);
      }
      assertThat(last.status()).as(last.text() + server.log()).isEqualTo(503);
      assertThat(last.header("Retry-After")).matches("[1-9]\\d*");
      assertThat(last.text()).doesNotContain("Exception").doesNotContain(volume.toString());
      assertThat(server.ask("/health/live").status()).isEqualTo(200);
      Files.delete(volume.resolve("reserve"));
    }
    try (ServerProcess server = start("second.log")) {
      ApiClient admin = server.admin();
      Answer files = admin.get("/api/projects/" + kept + "/files").expect(200);
      assertThat(files.text()).contains("kept.txt");
      upload(admin, kept, "more").expect(200);
      assertThat(Waiting.until(() -> server.ask("/health/ready"), it -> it.status() == 200).text())
          .contains("ready");
    }
  }
}
