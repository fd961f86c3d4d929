package dev.coderev.server.platform.mail;

import dev.coderev.server.platform.settings.ServerSettings;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Sends messages; what a failed one says is neither told nor logged. */
@Component
public class Mailer {
  private static final Logger LOG = LoggerFactory.getLogger("mail");
  private static final String PATIENCE_MS = "10000";

  private final ServerSettings.Mail settings;
  private final JavaMailSenderImpl sender = new JavaMailSenderImpl();

  Mailer(ServerSettings settings) {
    this.settings = settings.mail();
    this.settings.host().ifPresent(sender::setHost);
    sender.setPort(this.settings.port());
    this.settings.user().ifPresent(sender::setUsername);
    this.settings.password().ifPresent(sender::setPassword);
    Properties properties = sender.getJavaMailProperties();
    properties.put("mail.smtp.auth", Boolean.toString(this.settings.user().isPresent()));
    properties.put("mail.smtp.starttls.enable", "true");
    properties.put("mail.smtp.connectiontimeout", PATIENCE_MS);
    properties.put("mail.smtp.timeout", PATIENCE_MS);
    properties.put("mail.smtp.writetimeout", PATIENCE_MS);
  }

  public boolean isConfigured() {
    return settings.host().isPresent();
  }

  /** A file that goes with a message. */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  public record Attachment(String name, String mediaType, byte[] content) {}

  /**
   * Sends a message now.
   *
   * @throws MailFailed if the mail server does not take it
   */
  public void deliver(String to, String subject, String text) {
    deliver(to, subject, text, Optional.empty());
  }

  /** Sends a message in the background; one that cannot be sent is logged. */
  public void send(String to, String subject, String text) {
    send(to, subject, text, Optional.empty());
  }

  public void send(String to, String subject, String text, Optional<Attachment> attachment) {
    if (isConfigured()) {
      Thread.ofVirtual().name("mail").start(() -> sendNow(to, subject, text, attachment));
    }
  }

  private void sendNow(String to, String subject, String text, Optional<Attachment> attachment) {
    try {
      deliver(to, subject, text, attachment);
    } catch (MailFailed failure) {
      LOG.atError().addKeyValue("failure", failure.getMessage()).log("mail_failed");
    }
  }

  private void deliver(String to, String subject, String text, Optional<Attachment> attachment) {
    try {
      MimeMessage message = sender.createMimeMessage();
      MimeMessageHelper parts =
          new MimeMessageHelper(message, attachment.isPresent(), StandardCharsets.UTF_8.name());
      parts.setFrom(settings.from());
      parts.setTo(to);
      parts.setSubject(subject);
      parts.setText(text);
      if (attachment.isPresent()) {
        Attachment file = attachment.get();
        parts.addAttachment(file.name(), new ByteArrayResource(file.content()), file.mediaType());
      }
      sender.send(message);
    } catch (MailException | MessagingException failure) {
      throw new MailFailed(failure);
    }
  }
}
