package dev.coderev.server.provider.client;

import java.time.Duration;
import java.util.function.Consumer;

/** Asks a model through its circuit breaker, and again when a failure may pass. */
public final class GuardedClient {
  private static final int ATTEMPTS = 3;
  private static final Duration FIRST_WAIT = Duration.ofMillis(200);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

  private final ModelClient client;
  private final CircuitBreaker circuit;
  private final Consumer<Duration> pause;

  /**
   * A guard around a client.
   *
   * @param pause waits between two tries
   */
  public GuardedClient(ModelClient client, CircuitBreaker circuit, Consumer<Duration> pause) {
    this.client = client;
    this.circuit = circuit;
    this.pause = pause;
  }

  /**
   * Asks up to three times.
   *
   * @throws ProviderFailed with the last reason
   */
  public ModelAnswer ask(Question question) {
    for (int attempt = 1; ; attempt++) {
      if (!circuit.admits()) {
        throw new ProviderFailed("the provider failed repeatedly and is left alone", false);
      }
      try {
        ModelAnswer answer = client.ask(question);
        circuit.succeeded();
        return answer;
      } catch (ProviderFailed failure) {
        circuit.failed();
        if (!failure.isPassing() || attempt == ATTEMPTS) {
          throw failure;
        }
        pause.accept(wait(failure, attempt));
      }
    }
  }

  private static Duration wait(ProviderFailed failure, int attempt) {
    Duration wanted = failure.retryAfter().orElse(FIRST_WAIT.multipliedBy(1L << (attempt - 1)));
    return wanted.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wanted;
  }
}
