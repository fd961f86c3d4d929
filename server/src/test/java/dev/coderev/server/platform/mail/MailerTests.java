package dev.coderev.server.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coderev.server.platform.mail.Mailer.Attachment;
import dev.coderev.server.platform.settings.SettingsReader;
import dev.coderev.server.testing.MailServer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MailerTests {
  private static Mailer mailer(MailServer server) {
    return new Mailer(
        SettingsReader.read(
            Map.of(
                "SMTP_HOST",
                "127.0.0.1",
                "SMTP_PORT",
                Integer.toString(server.port()),
                "MAIL_FROM",
                "coderev@example.org")));
  }

  @Test
  void sendsAFileWithAMessage() throws Exception {
    try (MailServer server = new MailServer()) {
      mailer(server)
          .send(
              "person@example.org",
              "A report",
              "See the file.",
              Optional.of(
                  new Attachment(
                      "report.csv",
                      "text/csv",
                      "severity\nhigh\n".getBytes(StandardCharsets.UTF_8))));
      String message = server.next();
      assertThat(message)
          .contains("To: person@example.org")
          .contains("From: coderev@example.org")
          .contains("Subject: A report")
          .contains("See the file.")
          .contains("filename=report.csv");
    }
  }

  @Test
  void sendsPlainWordsByThemselves() throws Exception {
    try (MailServer server = new MailServer()) {
      mailer(server).send("person@example.org", "Words", "Only words.");
      assertThat(server.next()).contains("Only words.").doesNotContain("multipart");
    }
  }

  @Test
  void saysWhenTheMailServerTakesNoMessage() {
    try (MailServer server = new MailServer()) {
      server.refuse(1);
      assertThatThrownBy(() -> mailer(server).deliver("a@example.org", "Words", "secret words"))
          .isInstanceOf(MailFailed.class)
          .hasMessageNotContaining("secret");
    }
  }
}
