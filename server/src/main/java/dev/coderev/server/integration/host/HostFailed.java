package dev.coderev.server.integration.host;

/** A code host that did not do what it was asked; the message tells nothing of what was sent. */
public final class HostFailed extends RuntimeException {
  private static final long serialVersionUID = 1;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;
  private static final int TOO_MANY = 429;

  private final int status;

  HostFailed(String message, int status) {
    super(message);
    this.status = status;
  }

  /** Whether the host refuses this for these credentials; it hides what they may not see. */
  public boolean isRefusal() {
    return status == FORBIDDEN || status == NOT_FOUND;
  }

  /** Whether asking again would change nothing. */
  public boolean isFinal() {
    return status / 100 == 4 && status != TOO_MANY;
  }
}
