package dev.coderev.server.platform.outgoing;

/** A call to another service that got no answer; the message tells nothing of what was sent. */
public final class CallFailed extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Why there is no answer. */
  public enum Cause {
    /** Its address is not one that may be called. */
    REFUSED,
    /** Nobody answered there, or the answer broke off. */
    UNREACHABLE,
    /** It took too long. */
    TIMED_OUT,
    /** The answer was larger than is accepted. */
    TOO_LARGE
  }

  private final Cause why;

  CallFailed(Cause why, String message) {
    super(message);
    this.why = why;
  }

  public Cause why() {
    return why;
  }
}
