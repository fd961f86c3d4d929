package dev.coderev.server.provider.registry;

import dev.coderev.server.audit.AuditEntry;
import dev.coderev.server.audit.AuditLog;
import dev.coderev.server.platform.access.Caller;
import dev.coderev.server.platform.error.Problem;
import dev.coderev.server.platform.metric.AiMetrics;
import dev.coderev.server.platform.metric.AiMetrics.Operation;
import dev.coderev.server.platform.metric.AiMetrics.Status;
import dev.coderev.server.platform.metric.InFlight;
import dev.coderev.server.platform.outgoing.Outgoing;
import dev.coderev.server.platform.settings.ServerSettings;
import dev.coderev.server.platform.trace.OpenSpan;
import dev.coderev.server.platform.trace.SpanKind;
import dev.coderev.server.platform.trace.Traces;
import dev.coderev.server.platform.web.RateLimits;
import dev.coderev.server.platform.web.RateLimits.Limit;
import dev.coderev.server.provider.client.AnthropicClient;
import dev.coderev.server.provider.client.CircuitBreaker;
import dev.coderev.server.provider.client.GuardedClient;
import dev.coderev.server.provider.client.ModelAnswer;
import dev.coderev.server.provider.client.ModelClient;
import dev.coderev.server.provider.client.OllamaClient;
import dev.coderev.server.provider.client.OpenAiClient;
import dev.coderev.server.provider.client.ProviderFailed;
import dev.coderev.server.provider.client.Question;
import dev.coderev.server.provider.registry.ProviderBudget.Reservation;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Service;

/** Asks providers within their limits, and keeps how that went. */
@Service
class ProviderDesk {
  private static final int MOST_FAILURES = 5;
  private static final Duration REST = Duration.ofSeconds(30);
  private static final int TEST_TOKENS = 16;

  /** How a test went. */
  record TestView(String status, long latencyMs, String message) {}

  private final Providers providers;
  private final ProviderCalls calls;
  private final ProviderBudget budget;
  private final Outgoing outgoing;
  private final RateLimits limits;
  private final ServerSettings.Providers settings;
  private final AuditLog audit;
  private final AiMetrics metrics;
  private final Traces traces;
  private final Clock clock;
  private final Map<String, CircuitBreaker> circuits = new ConcurrentHashMap<>();

  ProviderDesk(
      Providers providers,
      ProviderCalls calls,
      ProviderBudget budget,
      Outgoing outgoing,
      RateLimits limits,
      ServerSettings settings,
      AuditLog audit,
      AiMetrics metrics,
      Traces traces,
      Clock clock) {
    this.metrics = metrics;
    this.traces = traces;
    this.providers = providers;
    this.calls = calls;
    this.budget = budget;
    this.outgoing = outgoing;
    this.limits = limits;
    this.settings = settings.providers();
    this.audit = audit;
    this.clock = clock;
  }

  /** One real, minimal call; what it answers is thrown away. */
  TestView test(Caller caller, String id) {
    Provider provider = providers.find(id).orElseThrow(Problem::notFound);
    audit.record(AuditEntry.of("provider_tested", caller).on("provider", id));
    requireRoom(provider);
    long start = System.nanoTime();
    try {
      ModelClient client = client(provider);
      List<String> models = client.models();
      providers.setModels(id, models);
      String model =
          provider
              .defaultModel()
              .or(() -> models.stream().findFirst())
              .orElseThrow(() -> new Unready("the provider offers no model"));
      Question question = new Question(model, "Say OK.", TEST_TOKENS);
      try (Reservation _ = budget.reserve(id, question.couldTake())) {
        ModelAnswer answer = ask(id, client, question);
        calls.add(id, millis(start), true, answer.inputTokens(), answer.outputTokens());
      }
      return new TestView("success", millis(start), "The model " + model + " answered.");
    } catch (ProviderFailed failure) {
      calls.add(id, millis(start), false, 0, 0);
      return new TestView("failure", millis(start), String.valueOf(failure.getMessage()));
    } catch (Unready unready) {
      return new TestView("failure", millis(start), String.valueOf(unready.getMessage()));
    }
  }

  private ModelAnswer ask(String id, ModelClient client, Question question) {
    long start = System.nanoTime();
    Status status = Status.ERROR;
    try (InFlight _ = metrics.ask(id);
        OpenSpan span = traces.part(SpanKind.CLIENT, "chat")) {
      span.with("gen_ai.provider.name", id).with("gen_ai.request.model", question.model());
      ModelAnswer answer = guarded(id, client).ask(question);
      status = Status.SUCCESS;
      span.with("gen_ai.usage.input_tokens", answer.inputTokens())
          .with("gen_ai.usage.output_tokens", answer.outputTokens());
      metrics.used(id, question.model(), answer.inputTokens(), answer.outputTokens());
      return answer;
    } catch (ProviderFailed failure) {
      status =
          switch (failure.why()) {
            case ERROR -> Status.ERROR;
            case TIMED_OUT -> Status.TIMEOUT;
            case RATE_LIMITED -> Status.RATE_LIMITED;
          };
      throw failure;
    } finally {
      double seconds = (System.nanoTime() - start) / 1e9;
      metrics.ended(id, question.model(), Operation.CHAT, status, seconds);
    }
  }

  /** Whether the provider failed so often that it is not asked for a while. */
  boolean isLeftAlone(String id) {
    CircuitBreaker circuit = circuits.get(id);
    return circuit != null && circuit.isOpen();
  }

  private static long millis(long start) {
    return (System.nanoTime() - start) / 1_000_000;
  }

  private void requireRoom(Provider provider) {
    limits.require(
        new Limit("provider-" + provider.rateLimit(), provider.rateLimit(), Duration.ofMinutes(1)),
        provider.id());
    budget.requireLeft(provider.id());
  }

  private GuardedClient guarded(String id, ModelClient client) {
    CircuitBreaker circuit =
        circuits.computeIfAbsent(id, _ -> new CircuitBreaker(MOST_FAILURES, REST, clock));
    return new GuardedClient(client, circuit, ProviderDesk::pause);
  }

  private static void pause(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private ModelClient client(Provider provider) {
    String base =
        provider.baseUrl().orElseThrow(() -> new Unready("the provider has no address yet"));
    Optional<String> key = providers.key(provider.id()).or(() -> configured(provider));
    return switch (provider.type()) {
      case "anthropic" -> new AnthropicClient(outgoing, base, key);
      case "ollama" -> new OllamaClient(outgoing, base);
      default -> new OpenAiClient(outgoing, base, key);
    };
  }

  private Optional<String> configured(Provider provider) {
    return switch (provider.type()) {
      case "openai" -> settings.openAiKey();
      case "anthropic" -> settings.anthropicKey();
      default -> Optional.empty();
    };
  }

  /** The provider cannot be asked as it is set up. */
  private static final class Unready extends RuntimeException {
    private static final long serialVersionUID = 1;

    Unready(String message) {
      super(message);
    }
  }
}
