package dev.coderev.server.platform.database;

/** A data folder or database that the server cannot work with; the message says what to do. */
public class DatabaseUnusable extends RuntimeException {
  private static final long serialVersionUID = 1;

  public DatabaseUnusable(String message) {
    super(message);
  }

  public DatabaseUnusable(String message, Throwable cause) {
    super(message, cause);
  }
}
