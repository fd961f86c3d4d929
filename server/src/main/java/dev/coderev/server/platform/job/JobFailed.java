package dev.coderev.server.platform.job;

/** Work that cannot be done; the message is for the user. */
public final class JobFailed extends RuntimeException {
  private static final long serialVersionUID = 1;

  public JobFailed(String message) {
    super(message);
  }

  public JobFailed(String message, Throwable cause) {
    super(message, cause);
  }
}
