package dev.coderev.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coderev.server.testing.ServerProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The commands of {@code docs/tour.md}, as they stand there but for the port. */
class TourIntegrationTests {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Pattern COMMANDS = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);

  @TempDir private Path folder;

  private static String commands() throws IOException {
    String page = Files.readString(Path.of("..", "docs", "tour.md"));
    assertThat(page).contains("8099");
    return COMMANDS
        .matcher(page)
        .results()
        .map(block -> block.group(1))
        .collect(Collectors.joining("echo\n"))
        .replace("8099", Integer.toString(ServerProcess.freePort()));
  }

  /** A launcher of the classes under test, where the page expects the one of the repository. */
  private void writeLauncher() throws IOException {
    String command =
        ServerProcess.command().stream()
            .map(word -> "'" + word + "'")
            .collect(Collectors.joining(" "));
    Path launcher =
        Files.writeString(
            folder.resolve("coderev"), "#!/bin/sh\nshift\nexec " + command + " \"$@\"\n");
    assertThat(launcher.toFile().setExecutable(true)).isTrue();
  }

  @Test
  void leadsFromTheFirstStartToAReport() throws Exception {
    writeLauncher();
    Files.createSymbolicLink(
        folder.resolve("examples"), Path.of("..", "examples").toAbsolutePath().normalize());
    Path script =
        Files.writeString(
            folder.resolve("tour.sh"),
            "set -eu -o pipefail\ntrap 'kill $(jobs -p) 2> /dev/null || true; wait' EXIT\n"
                + commands());
    Path said = folder.resolve("said");
    Process tour =
        new ProcessBuilder("bash", script.toString())
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    try {
      assertThat(tour.waitFor(400, TimeUnit.SECONDS)).as(Files.readString(said)).isTrue();
    } finally {
      tour.descendants().forEach(ProcessHandle::destroy);
      tour.destroy();
    }
    String output = Files.readString(said);
    assertThat(tour.exitValue()).as(output).isZero();
    assertThat(output)
        .contains("\"type\":\"insecure_deserialization\"", "\"status\":\"applied\"", "+++ b/")
        .containsPattern("coderev_jobs_total\\{kind=\"analysis\",status=\"completed\"} 1");
    assertThat(Files.readString(folder.resolve("report.pdf"), StandardCharsets.ISO_8859_1))
        .startsWith("%PDF-");
    String log = Files.readString(folder.resolve("server.log"));
    List<JsonNode> records =
        log.lines().filter(line -> line.startsWith("{")).map(JSON::readTree).toList();
    assertThat(records.getFirst().at("/event").asString()).isEqualTo("logging_initialized");
    assertThat(records)
        .filteredOn(record -> record.at("/event").asString().equals("job_completed"))
        .isNotEmpty()
        .allSatisfy(record -> {
          assertThat(record.at("/request_id").asString()).isNotEmpty();
          assertThat(record.at("/trace_id").asString()).hasSize(32);
          assertThat(record.at("/job_id").asString()).startsWith("job_");
        });
    assertThat(log.lines())
        .allMatch(line -> line.matches("\\{.*}|First start\\. .*|CodeRev listens on .*"));
    assertThat(log.lines().filter(line -> line.startsWith("{")).toList())
        .noneMatch(line -> line.contains("a better password"))
        .noneMatch(line -> line.contains(once(log)))
        .noneMatch(line -> line.contains("eyJ"))
        .noneMatch(line -> line.contains("yaml.load"))
        .noneMatch(line -> line.contains(secretKey()));
    assertThat(folder.resolve("data/postgres/postmaster.pid")).doesNotExist();
  }

  private static String once(String log) {
    return log.replaceAll("(?s).*one-time password (\\w+) .*", "$1");
  }

  private String secretKey() {
    try {
      return Files.readString(folder.resolve("data/secret.key")).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
