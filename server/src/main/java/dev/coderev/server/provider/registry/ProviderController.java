package dev.coderev.server.provider.registry;

import dev.coderev.server.audit.AuditEntry;
import dev.coderev.server.audit.AuditLog;
import dev.coderev.server.platform.access.Access;
import dev.coderev.server.platform.access.Caller;
import dev.coderev.server.platform.access.Scope;
import dev.coderev.server.platform.access.Who;
import dev.coderev.server.platform.error.Faults;
import dev.coderev.server.platform.error.Problem;
import dev.coderev.server.platform.web.Change;
import dev.coderev.server.platform.web.IfMatch;
import dev.coderev.server.platform.web.OutgoingAddresses;
import dev.coderev.server.platform.web.Page;
import dev.coderev.server.platform.web.Paging;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The providers, for administrators; no answer ever holds a key. */
@RestController
class ProviderController {
  private static final int MOST_PRIORITY = 1000;
  private static final int MOST_RATE = 100_000;

  /** A provider as administrators see it. */
  record ProviderView(
      String id,
      String name,
      String type,
      String status,
      List<String> models,
      Optional<String> defaultModel,
      Optional<String> baseUrl,
      boolean hasKey,
      int rateLimit,
      long requestsToday,
      boolean enabled,
      int priority) {}

  /** The models of a provider, as its last test saw them. */
  record ModelsView(List<String> models) {}

  /** How the calls of a provider went; what has no data is null, as is a cost without a price. */
  record MetricsView(
      long requestsTotal,
      long requestsToday,
      Optional<Double> avgLatencyMs,
      Optional<Double> errorRate,
      Optional<Double> costToday) {}

  /** What is to change. */
  record Edit(
      Change<String> apiKey,
      @Nullable Boolean enabled,
      @Nullable Integer priority,
      @Nullable Integer rateLimit,
      Change<String> baseUrl,
      Change<String> defaultModel) {}

  private final Providers providers;
  private final ProviderCalls calls;
  private final ProviderDesk desk;
  private final OutgoingAddresses addresses;
  private final AuditLog audit;

  ProviderController(
      Providers providers,
      ProviderCalls calls,
      ProviderDesk desk,
      OutgoingAddresses addresses,
      AuditLog audit) {
    this.providers = providers;
    this.calls = calls;
    this.desk = desk;
    this.addresses = addresses;
    this.audit = audit;
  }

  @GetMapping("/api/admin/providers")
  @Access(value = Who.ADMIN, scope = Scope.ADMIN)
  Page<ProviderView> list(Paging paging) {
    return providers.list(paging).map(this::view);
  }

  @GetMapping("/api/admin/providers/{id}")
  @Access(value = Who.ADMIN, scope = Scope.ADMIN)
  ProviderView get(@PathVariable String id) {
    return view(provider(id));
  }

  private Provider provider(String id) {
    return providers.find(id).orElseThrow(Problem::notFound);
  }

  private ProviderView view(Provider provider) {
    return new ProviderView(
        provider.id(),
        provider.name(),
        provider.type(),
        calls.status(provider),
        provider.models(),
        provider.defaultModel(),
        provider.baseUrl(),
        provider.hasKey(),
        provider.rateLimit(),
        calls.of(provider.id()).today(),
        provider.enabled(),
        provider.priority());
  }

  @GetMapping("/api/admin/providers/{id}/models")
  @Access(value = Who.ADMIN, scope = Scope.ADMIN)
  ModelsView models(@PathVariable String id) {
    return new ModelsView(provider(id).models());
  }

  @GetMapping("/api/admin/providers/{id}/metrics")
  @Access(value = Who.ADMIN, scope = Scope.ADMIN)
  MetricsView metrics(@PathVariable String id) {
    ProviderCalls.Counts counts = calls.of(provider(id).id());
    return new MetricsView(
        counts.total(), counts.today(), counts.latencyMs(), counts.errorRate(), Optional.empty());
  }

  @PostMapping("/api/admin/providers/{id}/test")
  @Access(value = Who.ADMIN, scope = Scope.ADMIN)
  ProviderDesk.TestView test(@PathVariable String id, Caller caller) {
    return desk.test(caller, id);
  }

  @PutMapping("/api/admin/providers/{id}")
  @Access(value = Who.ADMIN, scope = Scope.ADMIN)
  @Transactional
  public ProviderView change(
      @PathVariable String id, @RequestBody Edit edit, Caller caller, IfMatch ifMatch) {
    Provider before = provider(id);
    Faults faults =
        new Faults()
            .optionalText("api_key", edit.apiKey().given(), 1, 500)
            .optionalText("default_model", edit.defaultModel().given(), 1, 200)
            .range("priority", Optional.ofNullable(edit.priority()), 1, MOST_PRIORITY)
            .range("rate_limit", Optional.ofNullable(edit.rateLimit()), 1, MOST_RATE)
            .httpUrl("base_url", edit.baseUrl().given());
    faults.throwIfAny();
    edit.baseUrl()
        .given()
        .flatMap(url -> addresses.objection(URI.create(url).getHost()))
        .ifPresent(why -> faults.add("base_url", "may not be called: " + why, "private_address"));
    faults.throwIfAny();
    ifMatch.require(view(before));
    providers.update(
        new Provider(
            id,
            before.name(),
            before.type(),
            edit.enabled() == null ? before.enabled() : edit.enabled(),
            edit.priority() == null ? before.priority() : edit.priority(),
            edit.rateLimit() == null ? before.rateLimit() : edit.rateLimit(),
            edit.baseUrl().applyTo(before.baseUrl()),
            edit.defaultModel().applyTo(before.defaultModel()),
            before.models(),
            before.hasKey()));
    edit.apiKey().ifGiven(key -> providers.setKey(id, Optional.of(key)));
    if (edit.apiKey().isCleared()) {
      providers.setKey(id, Optional.empty());
    }
    audit.record(AuditEntry.of("provider_changed", caller).on("provider", id));
    return view(provider(id));
  }
}
