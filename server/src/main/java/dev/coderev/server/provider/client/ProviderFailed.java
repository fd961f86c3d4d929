package dev.coderev.server.provider.client;

import java.time.Duration;
import java.util.Optional;

/** A provider gave no usable answer; the message holds nothing that was sent or received. */
public final class ProviderFailed extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Why there is none. */
  public enum Why {
    ERROR,
    TIMED_OUT,
    RATE_LIMITED
  }

  private final Why why;
  private final boolean passing;
  private final transient Optional<Duration> retryAfter;

  ProviderFailed(String message, boolean passing) {
    this(Why.ERROR, message, passing, Optional.empty());
  }

  ProviderFailed(Why why, String message, boolean passing, Optional<Duration> retryAfter) {
    super(message);
    this.why = why;
    this.passing = passing;
    this.retryAfter = retryAfter;
  }

  public Why why() {
    return why;
  }

  /** Whether another try may go well. */
  public boolean isPassing() {
    return passing;
  }

  /** How long the provider wants to be left alone. */
  Optional<Duration> retryAfter() {
    return retryAfter;
  }
}
