package dev.coderev.server.provider.registry;

import dev.coderev.server.platform.metric.AiMetrics;
import dev.coderev.server.platform.metric.GaugeSource;
import dev.coderev.server.platform.settings.ServerSettings;
import dev.coderev.server.provider.registry.ProviderCalls.Counts;
import java.util.OptionalDouble;
import org.springframework.stereotype.Component;

/** How the providers do that were asked before, and what they used of the day's tokens. */
@Component
class ProviderGauges implements GaugeSource {
  private final Providers providers;
  private final ProviderCalls calls;
  private final ProviderDesk desk;
  private final AiMetrics metrics;
  private final long dailyTokens;

  ProviderGauges(
      Providers providers,
      ProviderCalls calls,
      ProviderDesk desk,
      AiMetrics metrics,
      ServerSettings settings) {
    this.providers = providers;
    this.calls = calls;
    this.desk = desk;
    this.metrics = metrics;
    this.dailyTokens = settings.providers().dailyTokens();
  }

  @Override
  public void sample() {
    OptionalDouble busiest = OptionalDouble.empty();
    for (Provider provider : providers.all()) {
      Counts counts = calls.of(provider.id());
      if (counts.total() > 0) {
        boolean healthy = !calls.status(provider).equals("down");
        metrics.provider(provider.id(), healthy, desk.isLeftAlone(provider.id()));
      }
      if (dailyTokens > 0) {
        double share = (double) counts.tokens() / dailyTokens;
        busiest = OptionalDouble.of(Math.max(share, busiest.orElse(0)));
      }
    }
    metrics.dailyTokens(busiest);
  }
}
