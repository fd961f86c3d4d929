package dev.coderev.server.platform.mail;

/** A message that the mail server did not take. */
public final class MailFailed extends RuntimeException {
  private static final long serialVersionUID = 1;

  MailFailed(Throwable cause) {
    super("the mail server did not take a message: " + cause.getClass().getSimpleName());
  }
}
