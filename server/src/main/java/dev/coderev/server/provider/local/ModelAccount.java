package dev.coderev.server.provider.local;

import dev.coderev.model.deploy.BudgetExceeded;
import dev.coderev.model.deploy.TokenAllowance;
import dev.coderev.model.serve.ModelUse;
import dev.coderev.server.platform.metric.AiMetrics;
import dev.coderev.server.platform.metric.AiMetrics.Operation;
import dev.coderev.server.platform.metric.AiMetrics.Status;
import dev.coderev.server.platform.metric.InFlight;
import dev.coderev.server.platform.metric.ModelMetrics;
import dev.coderev.server.provider.registry.ProviderBudget;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** What the model of this machine may take and took. */
@Component
class ModelAccount implements TokenAllowance {
  static final String PROVIDER = "local";
  private static final int REFUSED = 400;
  private static final int TOO_MANY = 429;

  private final ProviderBudget budget;
  private final AiMetrics ai;
  private final ModelMetrics metrics;

  ModelAccount(ProviderBudget budget, AiMetrics ai, ModelMetrics metrics) {
    this.budget = budget;
    this.ai = ai;
    this.metrics = metrics;
  }

  /** Makes sure that tokens are left for today. */
  void requireLeft() {
    budget.requireLeft(PROVIDER);
  }

  /** Holds what a request could take until what it took is kept. */
  @Override
  public Reservation reserve(long tokens) {
    ProviderBudget.Reservation held =
        budget
            .tryReserve(PROVIDER, tokens)
            .orElseThrow(() ->
                new BudgetExceeded(
                    "The day's tokens do not suffice for this request.", budget.untilTomorrow()));
    return (_, _) -> held.close();
  }

  /** The model is asked; it is until the scope ends. */
  InFlight ask() {
    return ai.ask(PROVIDER);
  }

  void keep(ModelUse use) {
    boolean succeeded = use.status() / 100 == 2;
    boolean reached = use.promptTokens() > 0;
    if (reached) {
      budget.used(PROVIDER, use.whole(), succeeded, use.promptTokens(), use.completionTokens());
      ai.used(PROVIDER, use.model(), use.promptTokens(), use.completionTokens());
    }
    ai.ended(
        PROVIDER,
        reached || succeeded ? use.model() : "other",
        use.chat() ? Operation.CHAT : Operation.COMPLETION,
        succeeded ? Status.SUCCESS : use.status() == TOO_MANY ? Status.RATE_LIMITED : Status.ERROR,
        seconds(use.whole()));
    use.first()
        .filter(_ -> use.status() < REFUSED)
        .ifPresent(first -> {
          ai.firstToken(PROVIDER, use.model(), seconds(first));
          metrics.answered(
              use.promptTokens(), use.completionTokens(), seconds(use.whole().minus(first)));
        });
  }

  private static double seconds(Duration time) {
    return time.toNanos() / 1e9;
  }
}
