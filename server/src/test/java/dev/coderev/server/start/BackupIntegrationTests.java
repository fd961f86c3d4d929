package dev.coderev.server.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coderev.server.platform.settings.SettingsReader;
import dev.coderev.server.start.CodeRevServer.Mode;
import dev.coderev.server.testing.Answer;
import dev.coderev.server.testing.ApiClient;
import dev.coderev.server.testing.TestProjects;
import dev.coderev.server.testing.TestServer;
import dev.coderev.server.testing.TestUsers;
import dev.coderev.server.testing.TestUsers.Person;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class BackupIntegrationTests {
  private static final String PATH = "/api/vulnerabilities?project_id=";

  private final StringWriter said = new StringWriter();
  @TempDir private Path folder;

  private int run(String... arguments) {
    PrintWriter out = new PrintWriter(said, true);
    return Serve.commandLine(Map.of()).setOut(out).setErr(out).execute(arguments);
  }

  @Test
  void bringsEverythingIntoAnotherServer() throws Exception {
    Person owner = TestUsers.person();
    String project = TestProjects.analysed(owner, Map.of("app.py", TestProjects.INJECTION));
    ApiClient key = TestProjects.key(owner, List.of("vulnerability:read"));
    String found = owner.client().get(PATH + project).expect(200).text();
    Path file = folder.resolve("all.backup");
    Path data = folder.resolve("restored");

    assertThat(run("backup", file.toString(), "--data-dir", TestServer.dataFolder().toString()))
        .as(said.toString())
        .isZero();
    assertThat(Files.getPosixFilePermissions(file))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    assertThat(run("restore", file.toString(), "--data-dir", data.toString()))
        .as(said.toString())
        .isZero();
    assertThat(run("restore", file.toString(), "--data-dir", data.toString())).isEqualTo(2);
    assertThat(said.toString()).contains("the database is not empty").doesNotContain("\tat ");

    Map<String, String> settings =
        Map.of("ENVIRONMENT", "test", "PORT", "0", "DATA_PATH", data.toString());
    try (CodeRevServer server =
        CodeRevServer.start(SettingsReader.read(settings), _ -> {}, Mode.FAST)) {
      ApiClient client = new ApiClient("http://127.0.0.1:" + server.port());
      Person again = TestUsers.login(client, owner.id(), owner.email(), TestUsers.PASSWORD);
      Answer list = again.client().get(PATH + project).expect(200);
      assertThat(list.text()).isEqualTo(found);
      assertThat(list.header("X-Total-Count")).isEqualTo("1");
      assertThat(
              again
                  .client()
                  .get("/api/projects/" + project + "/files/content?path=app.py")
                  .expect(200)
                  .field("content"))
          .isEqualTo(TestProjects.INJECTION);
      again.client().patch("/api/projects/" + project, Map.of("name", "renamed"));
      long records =
          server
              .application()
              .getBean(JdbcClient.class)
              .sql("select count(*) from audit_records")
              .query(Long.class)
              .single();
      assertThat(records).isPositive();
    }
    assertThat(key.get(PATH + project).expect(200).text()).isEqualTo(found);
  }

  @Test
  void refusesWhatIsNoBackupAndLeavesNothingBehind() throws Exception {
    Path data = folder.resolve("data");
    Path text = Files.writeString(folder.resolve("text"), "no backup", StandardCharsets.UTF_8);
    assertThat(run("restore", text.toString(), "--data-dir", data.toString())).isEqualTo(2);
    assertThat(said.toString()).contains("is not a backup of CodeRev");
    assertThat(data).doesNotExist();
  }

  @Test
  void noticesADamagedBackup() throws Exception {
    TestUsers.person();
    Path file = folder.resolve("all.backup");
    assertThat(run("backup", file.toString(), "--data-dir", TestServer.dataFolder().toString()))
        .isZero();
    try (FileSystem zip = FileSystems.newFileSystem(file)) {
      Path users = zip.getPath("users");
      Files.writeString(users, Files.readString(users).replaceFirst("@example", "@elsewhere"));
    }
    Path data = folder.resolve("data");
    assertThat(run("restore", file.toString(), "--data-dir", data.toString())).isEqualTo(2);
    assertThat(said.toString()).contains("damaged");
    assertThat(data).doesNotExist();
  }
}
