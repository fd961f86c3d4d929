package dev.coderev.server.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coderev.server.platform.mail.Mailer.Attachment;
import dev.coderev.server.platform.settings.SettingsReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class MailerTests {
  /** A mail server that takes one message. */
  private static final class MailServer implements AutoCloseable {
    private final ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    private final CompletableFuture<String> message = new CompletableFuture<>();

    MailServer() throws IOException {
      Thread.ofVirtual().start(this::serve);
    }

    private void serve() {
      try (Socket client = socket.accept()) {
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
        OutputStream out = client.getOutputStream();
        answer(out, "220 ready");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
          if (line.startsWith("DATA")) {
            answer(out, "354 go on");
            message.complete(text(in));
          }
          answer(out, line.startsWith("QUIT") ? "221 bye" : "250 ok");
        }
      } catch (IOException e) {
        message.completeExceptionally(e);
      }
    }

    private static String text(BufferedReader in) throws IOException {
      StringBuilder text = new StringBuilder();
      for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
        text.append(line).append('\n');
      }
      return text.toString();
    }

    private static void answer(OutputStream out, String line) throws IOException {
      out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
      out.flush();
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }

  private static Mailer mailer(MailServer server) {
    return new Mailer(
        SettingsReader.read(
            Map.of(
                "SMTP_HOST",
                "127.0.0.1",
                "SMTP_PORT",
                Integer.toString(server.socket.getLocalPort()),
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
      String message = server.message.get(30, TimeUnit.SECONDS);
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
      assertThat(server.message.get(30, TimeUnit.SECONDS))
          .contains("Only words.")
          .doesNotContain("multipart");
    }
  }
}
