package dev.coderev.training.teacher;

import dev.coderev.training.data.TokenBatch;
import dev.coderev.training.network.Network;
import dev.coderev.training.network.NoGradients;
import dev.coderev.training.network.Watcher;
import java.util.function.Supplier;

/** Whoever is asked what comes next in sequences. */
@FunctionalInterface
public interface Teacher {

  /**
   * Asks; what is said belongs to the caller's scope.
   *
   * @param watcher is shown the inside, if the teacher has one at hand
   */
  Said ask(TokenBatch rows, Watcher watcher);

  /** A network that computes each answer. */
  static Teacher of(Supplier<Network> network) {
    return (rows, watcher) -> {
      try (var _ = new NoGradients()) {
        return new Said.Whole(network.get(), network.get().hidden(rows, watcher));
      }
    };
  }
}
