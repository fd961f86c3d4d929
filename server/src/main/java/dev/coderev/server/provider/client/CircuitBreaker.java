package dev.coderev.server.provider.client;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Keeps calls away from a service that fails: after some failures in a row it lets none through for
 * a while, then one, whose end decides.
 *
 * <pre>
 * closed — failures in a row → open — time is over → one try → closed | open
 * </pre>
 */
public final class CircuitBreaker {
  private final int mostFailures;
  private final Duration rest;
  private final Clock clock;
  private int failures;
  private Instant openUntil = Instant.MIN;

  public CircuitBreaker(int mostFailures, Duration rest, Clock clock) {
    this.mostFailures = mostFailures;
    this.rest = rest;
    this.clock = clock;
  }

  /** Whether a call may go now; while the circuit is open, one may after each rest. */
  synchronized boolean admits() {
    if (failures < mostFailures) {
      return true;
    }
    Instant now = clock.instant();
    if (now.isBefore(openUntil)) {
      return false;
    }
    openUntil = now.plus(rest);
    return true;
  }

  synchronized void succeeded() {
    failures = 0;
  }

  synchronized void failed() {
    failures++;
    openUntil = clock.instant().plus(rest);
  }

  public synchronized boolean isOpen() {
    return failures >= mostFailures;
  }
}
