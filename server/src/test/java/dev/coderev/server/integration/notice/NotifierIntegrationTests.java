package dev.coderev.server.integration.notice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coderev.server.platform.settings.SettingsReader;
import dev.coderev.server.start.CodeRevServer;
import dev.coderev.server.testing.ApiClient;
import dev.coderev.server.testing.MailServer;
import dev.coderev.server.testing.TestProjects;
import dev.coderev.server.testing.TestUsers;
import dev.coderev.server.testing.Waiting;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server of its own, because only it may have a mail server. */
class NotifierIntegrationTests {
  @TempDir private Path folder;
  private final MailServer mails = new MailServer();

  private CodeRevServer server() {
    return CodeRevServer.start(
        SettingsReader.read(
            Map.of(
                "ENVIRONMENT", "test",
                "PORT", "0",
                "DATA_PATH", folder.toString(),
                "RATE_LIMIT_REQUESTS", "1000000",
                "PUBLIC_URL", "http://coderev.example",
                "SMTP_HOST", "127.0.0.1",
                "SMTP_PORT", Integer.toString(mails.port()))),
        _ -> {},
        CodeRevServer.Mode.FAST);
  }

  private static ApiClient person(ApiClient stranger, String email) {
    Map<String, String> account = Map.of("email", email, "password", TestUsers.PASSWORD);
    stranger
        .post(
            "/api/auth/register",
            Map.of("email", email, "password", TestUsers.PASSWORD, "name", "A Person"))
        .expect(201);
    return stranger.bearer(
        stranger.post("/api/auth/login", account).expect(200).field("access_token"));
  }

  private static void analyse(ApiClient client, String project, String code) {
    client
        .put(
            "/api/projects/" + project + "/source",
            Map.of("files", List.of(Map.of("path", "app.py", "content", code))))
        .expect(200);
    Waiting.untilOver(
        client,
        client
            .post("/api/projects/" + project + "/analyze", Map.of("full_scan", true))
            .expect(202)
            .header("Location"));
  }

  @Test
  void mailsWhatUsersWantToKnow() throws Exception {
    try (mails;
        CodeRevServer server = server()) {
      ApiClient stranger = new ApiClient("http://127.0.0.1:" + server.port());
      ApiClient owner = person(stranger, "owner@example.org");
      ApiClient member = person(stranger, "member@example.org");
      String project =
          owner
              .post("/api/projects", Map.of("name", "Shop", "language", "python"))
              .expect(201)
              .field("id");
      owner
          .post(
              "/api/projects/" + project + "/team",
              Map.of("email", "member@example.org", "role", "member"))
          .expect(201);
      mails.refuse(1);
      analyse(member, project, TestProjects.INJECTION);
      List<String> first = Stream.of(mails.next(), mails.next()).sorted().toList();
      String all = String.join("\n", first);
      assertThat(all)
          .contains("To: member@example.org", "Subject: An analysis of Shop is complete")
          .contains("To: owner@example.org", "Subject: New vulnerabilities in Shop")
          .contains("http://coderev.example/api/analysis/analysis_")
          .containsPattern("0 critical and 1 high|1 critical and 0 high");
      assertThat(stranger.get("/metrics").expect(200).text())
          .contains("coderev_job_retries_total{kind=\"notification\"} 1");
      assertThat(all).as("nothing of the code").doesNotContain("sqlite3");
      owner.put("/api/user/settings/notifications", Map.of("analysis_complete", false)).expect(200);
      analyse(owner, project, TestProjects.INJECTION + "x = 1\n");
      analyse(member, project, TestProjects.INJECTION + "x = 2\n");
      assertThat(mails.next())
          .as("the owner wants none, and nothing new was found")
          .contains("To: member@example.org");
      assertThat(mails.waiting()).isZero();
    }
  }
}
