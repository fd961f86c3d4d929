package dev.coderev.server.integration.alert;

/** A message that nobody took; the text names neither address nor key. */
public final class AlertUndelivered extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final boolean isFinal;

  AlertUndelivered(String message, boolean isFinal) {
    super(message);
    this.isFinal = isFinal;
  }

  /** Whether another try would end the same way. */
  public boolean isFinal() {
    return isFinal;
  }
}
