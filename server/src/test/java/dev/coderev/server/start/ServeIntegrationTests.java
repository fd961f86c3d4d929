package dev.coderev.server.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coderev.server.platform.database.DataFolder;
import dev.coderev.server.platform.settings.ServerSettings;
import dev.coderev.server.platform.settings.SettingsReader;
import dev.coderev.server.start.CodeRevServer.Mode;
import dev.coderev.server.testing.TestServer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ServeIntegrationTests {
  private final StringWriter err = new StringWriter();
  private final StringWriter out = new StringWriter();

  private int serve(Map<String, String> environment, String... arguments) {
    CommandLine command = Serve.commandLine(environment);
    command.setErr(new PrintWriter(err));
    command.setOut(new PrintWriter(out));
    return command.execute(arguments);
  }

  @Test
  void refusesADataFolderThatAnotherServerHas() {
    TestServer.client();
    assertThat(serve(Map.of(), "--data-dir", TestServer.dataFolder().toString())).isEqualTo(2);
    assertThat(err.toString()).contains("in use by another server").doesNotContain("\tat ");
  }

  @Test
  void refusesAPortThatIsTakenAndFreesTheDataFolder(@TempDir Path folder) {
    String port = Integer.toString(TestServer.port());
    assertThat(serve(Map.of(), "--data-dir", folder.toString(), "--port", port)).isEqualTo(2);
    assertThat(err.toString()).contains("port " + port + " is in use").doesNotContain("\tat ");
    assertThat(folder.resolve("postgres/postmaster.pid")).doesNotExist();
  }

  @Test
  void leavesNothingBehindWhenInterrupted(@TempDir Path folder) {
    ServerSettings settings =
        SettingsReader.read(
            Map.of("ENVIRONMENT", "test", "PORT", "0", "DATA_PATH", folder.toString()));
    Thread.currentThread().interrupt();
    try (CodeRevServer server = CodeRevServer.start(settings, _ -> {}, Mode.FAST)) {
      assertThat(server.port()).isPositive();
    } catch (RuntimeException failure) {
      // Whether the start notices is not ours to say.
      assertThat(failure).hasMessageNotContaining("did not close cleanly");
    }
    assertThat(Thread.interrupted()).isTrue();
    assertThat(folder.resolve("postgres/PG_VERSION")).exists();
    assertThat(folder.resolve("postgres/postmaster.pid")).doesNotExist();
    DataFolder.take(folder).close();
  }

  @Test
  void refusesADataFolderThatCannotBe(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "");
    assertThat(serve(Map.of(), "--data-dir", file.resolve("data").toString())).isEqualTo(2);
    assertThat(err.toString()).contains("cannot be written");
  }

  @Test
  void namesSettingsThatAreWrong() {
    assertThat(serve(Map.of("LOG_LEVEL", "LOUD"), "--roles", "cook", "--verbose")).isEqualTo(2);
    assertThat(err.toString()).contains("LOG_LEVEL must be").contains("ROLES may name");
  }

  @Test
  void explainsItself() {
    assertThat(serve(Map.of(), "--help")).isZero();
    assertThat(out.toString()).contains("--data-dir").contains("--database-url");
  }
}
