package dev.coderev.model.serve;

import dev.coderev.model.deploy.Health.Finding;
import dev.coderev.model.deploy.Health.State;
import dev.coderev.model.deploy.Overloaded;
import dev.coderev.model.generate.Completion;
import dev.coderev.model.generate.GenerationOptions;
import dev.coderev.model.transformer.Adapter;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * A look at whether the base model answers, and as it did before: the likeliest token after a
 * prompt of one token is the same for as long as the model is.
 */
public final class ModelProbe implements Callable<Finding> {

  private static final int[] PROMPT = {1};

  private record Known(Served served, Completion answer) {}

  private final ServedModels models;
  private Optional<Known> known = Optional.empty();

  public ModelProbe(ServedModels models) {
    this.models = models;
  }

  @Override
  public synchronized Finding call() {
    Optional<ServedModels.Lease> lease = models.lease("");
    if (lease.isEmpty()) {
      return new Finding(State.CRITICAL, "no model is served");
    }
    try (ServedModels.Lease used = lease.get()) {
      return ask(used.served());
    } catch (Overloaded e) {
      return new Finding(State.WARNING, String.valueOf(e.getMessage()));
    }
  }

  private Finding ask(Served served) {
    Completion answer =
        served
            .batcher()
            .submit(PROMPT, Adapter.NONE, GenerationOptions.greedy(1), text -> {})
            .await();
    Optional<Completion> before = known.filter(it -> it.served().equals(served)).map(Known::answer);
    if (before.isPresent() && !before.get().tokens().equals(answer.tokens())) {
      return new Finding(State.CRITICAL, served.id() + " answers differently than it did");
    }
    known = Optional.of(new Known(served, answer));
    return Finding.healthy(served.id() + " answers");
  }
}
