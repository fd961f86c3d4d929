package dev.coderev.server.provider.registry;

import dev.coderev.server.platform.error.Problem;
import dev.coderev.server.platform.error.ProblemCode;
import dev.coderev.server.platform.settings.ServerSettings;
import dev.coderev.server.provider.registry.ProviderCalls.Counts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/** How many tokens a provider may still take today (UTC), and what it took. */
@Component
public class ProviderBudget {
  private final ProviderCalls calls;
  private final long dailyTokens;
  private final Clock clock;

  ProviderBudget(ProviderCalls calls, ServerSettings settings, Clock clock) {
    this.calls = calls;
    this.dailyTokens = settings.providers().dailyTokens();
    this.clock = clock;
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
      Instant now = clock.instant();
      Instant tomorrow = now.truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS);
      throw Problem.of(ProblemCode.BUDGET_EXHAUSTED)
          .with("retry_after_seconds", Duration.between(now, tomorrow).toSeconds());
    }
  }

  /** Keeps what an answer took. */
  public void used(
      String providerId, Duration time, boolean succeeded, long inputTokens, long outputTokens) {
    calls.add(providerId, time.toMillis(), succeeded, inputTokens, outputTokens);
  }
}
