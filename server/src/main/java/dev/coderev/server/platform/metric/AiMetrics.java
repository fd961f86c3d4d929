package dev.coderev.server.platform.metric;

import java.util.OptionalDouble;
import org.springframework.stereotype.Component;

/** What is recorded of questions to language models. */
@Component
public class AiMetrics {
  /** What a model is asked for. */
  public enum Operation {
    COMPLETION,
    CHAT,
    EMBEDDING,
    JUDGE
  }

  /** What became of a question. */
  public enum Status {
    SUCCESS,
    ERROR,
    TIMEOUT,
    RATE_LIMITED
  }

  private final Metrics metrics;

  AiMetrics(Metrics metrics) {
    this.metrics = metrics;
  }

  /** A provider is asked; it is until the scope ends. */
  public InFlight ask(String provider) {
    return new InFlight(metrics.family("coderev_ai_requests_in_flight"), provider);
  }

  /** A question came to its end, however it did. */
  public void ended(
      String provider, String model, Operation operation, Status status, double seconds) {
    metrics.family("coderev_ai_requests_total").add(1, provider, model, Metrics.id(status));
    metrics
        .family("coderev_ai_request_duration_seconds")
        .observe(seconds, provider, model, Metrics.id(operation));
  }

  /** The first piece of an answer came. */
  public void firstToken(String provider, String model, double seconds) {
    metrics.family("coderev_ai_time_to_first_token_seconds").observe(seconds, provider, model);
  }

  /** An answer took these tokens. */
  public void used(String provider, String model, long prompt, long completion) {
    MetricFamily tokens = metrics.family("coderev_ai_tokens_used_total");
    if (prompt > 0) {
      tokens.add((double) prompt, provider, model, "prompt");
    }
    if (completion > 0) {
      tokens.add((double) completion, provider, model, "completion");
    }
  }

  /** How a provider does that was asked before. */
  public void provider(String provider, boolean healthy, boolean circuitOpen) {
    metrics.family("coderev_ai_provider_health").set(healthy ? 1 : 0, provider);
    metrics.family("coderev_ai_circuit_open").set(circuitOpen ? 1 : 0, provider);
  }

  /** The share of the day's tokens that the busiest provider has used; empty without a limit. */
  public void dailyTokens(OptionalDouble used) {
    MetricFamily budget = metrics.family("coderev_ai_budget_used_ratio");
    used.ifPresent(share -> budget.set(share, "daily_tokens"));
  }
}
