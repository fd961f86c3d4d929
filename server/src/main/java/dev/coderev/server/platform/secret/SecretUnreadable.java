package dev.coderev.server.platform.secret;

/** A value at rest that the master key does not open: another key, or a changed value. */
public final class SecretUnreadable extends RuntimeException {
  private static final long serialVersionUID = 1;

  SecretUnreadable(Throwable cause) {
    super("a stored secret cannot be opened with this master key (SECRET_KEY)", cause);
  }
}
