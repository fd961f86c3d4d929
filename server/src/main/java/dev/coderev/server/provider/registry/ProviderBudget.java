package dev.coderev.server.provider.registry;

import dev.coderev.server.platform.error.Problem;
import dev.coderev.server.platform.error.ProblemCode;
import dev.coderev.server.platform.settings.ServerSettings;
import dev.coderev.server.provider.registry.ProviderCalls.Counts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** How many tokens a provider may still take today (UTC), and what it took. */
@Component
public class ProviderBudget {
  private static final Duration LONGEST_REQUEST = Duration.ofHours(1);

  private final ProviderCalls calls;
  private final TransactionOperations transaction;
  private final long dailyTokens;
  private final Clock clock;

  ProviderBudget(
      ProviderCalls calls,
      TransactionOperations transaction,
      ServerSettings settings,
      Clock clock) {
    this.calls = calls;
    this.transaction = transaction;
    this.dailyTokens = settings.providers().dailyTokens();
    this.clock = clock;
  }

  /** Tokens that a request may take, until it is closed. */
  public interface Reservation extends AutoCloseable {
    @Override
    void close();
  }

  /** What a provider was asked and took. */
  public record Usage(long requests, long requestsToday, long tokensToday, long dailyTokens) {}

  public Usage usage(String providerId) {
    Counts counts = calls.of(providerId);
    return new Usage(counts.total(), counts.today(), counts.tokens(), dailyTokens);
  }

  /**
   * Makes sure that something is left.
   *
   * @throws Problem if the day's tokens are used up
   */
  public void requireLeft(String providerId) {
    if (calls.tokensToday(providerId) >= dailyTokens) {
      throw exhausted();
    }
  }

  private Problem exhausted() {
    return Problem.of(ProblemCode.BUDGET_EXHAUSTED)
        .with("retry_after_seconds", untilTomorrow().toSeconds());
  }

  /** How long the day's tokens are still what they are. */
  public Duration untilTomorrow() {
    Instant now = clock.instant();
    return Duration.between(now, now.truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS));
  }

  /**
   * Reserves what a request could take, so that requests together never take more than the day has.
   *
   * @return empty if there are not so many left
   */
  public Optional<Reservation> tryReserve(String providerId, long tokens) {
    Optional<Long> kept =
        transaction.execute(_ -> calls.reserve(providerId, tokens, dailyTokens, LONGEST_REQUEST));
    return kept.map(id -> () -> calls.release(id));
  }

  /**
   * As {@link #tryReserve}.
   *
   * @throws Problem if there are not so many left
   */
  Reservation reserve(String providerId, long tokens) {
    return tryReserve(providerId, tokens).orElseThrow(this::exhausted);
  }

  /** Keeps what an answer took. */
  public void used(
      String providerId, Duration time, boolean succeeded, long inputTokens, long outputTokens) {
    calls.add(providerId, time.toMillis(), succeeded, inputTokens, outputTokens);
  }
}
