package dev.coderev.server.provider.local;

import dev.coderev.model.serve.LocalModel;
import dev.coderev.server.platform.access.Access;
import dev.coderev.server.platform.access.Scope;
import dev.coderev.server.platform.access.Who;
import dev.coderev.server.provider.local.LocalModels.State;
import dev.coderev.server.provider.registry.ProviderBudget;
import dev.coderev.server.provider.registry.ProviderBudget.Usage;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How the model of this machine does, for administrators. */
@RestController
class ModelStatusController {
  /** The model as it is loaded. */
  record ModelView(String id, String kernels, int positions, int waiting, double cacheUsage) {}

  /** What it was asked, by all servers of this database. */
  record Requests(long total, long today) {}

  /** What it took today (UTC); its tokens cost nothing. */
  record Cost(long tokensToday, long dailyTokens, double costTodayUsd) {}

  /** The whole. */
  record StatusView(
      String state,
      Optional<ModelView> model,
      Requests requests,
      String health,
      Cost cost,
      List<String> adapters) {}

  private final LocalModels models;
  private final ProviderBudget budget;

  ModelStatusController(LocalModels models, ProviderBudget budget) {
    this.models = models;
    this.budget = budget;
  }

  @GetMapping("/api/admin/model/status")
  @Access(value = Who.ADMIN, scope = Scope.ADMIN)
  StatusView status() {
    Usage usage = budget.usage(ModelAccount.PROVIDER);
    return new StatusView(
        models.state().name().toLowerCase(Locale.ROOT),
        models.model().map(ModelStatusController::view),
        new Requests(usage.requests(), usage.requestsToday()),
        health(models.state()),
        new Cost(usage.tokensToday(), usage.dailyTokens(), 0),
        models.adapters());
  }

  private static String health(State state) {
    return switch (state) {
      case LOADED -> "healthy";
      case LOADING -> "warning";
      case FAILED -> "critical";
      case ABSENT -> "unknown";
    };
  }

  private static ModelView view(LocalModel model) {
    return new ModelView(
        model.served().id(),
        model.loaded().activeKernels(),
        model.served().batcher().positions(),
        model.served().batcher().waiting(),
        model.loaded().cache().usedShare());
  }
}
