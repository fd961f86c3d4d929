package dev.coderev.model.mixed;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * A type for each weight, begun with the smallest of all and raised one by one where that gains
 * most divergence for a byte.
 */
final class Allocation {

  private final List<Sensitivity> weights;
  private final int[] chosen;

  Allocation(List<Sensitivity> weights) {
    this.weights = weights;
    this.chosen = new int[weights.size()];
  }

  long bytes() {
    return choices().stream().mapToLong(Sensitivity.Option::bytes).sum();
  }

  /** What is lost if losses of single weights add up. */
  double expected() {
    return choices().stream().mapToDouble(Sensitivity.Option::divergence).sum();
  }

  /** The choice of each weight, in their order. */
  List<Sensitivity.Option> choices() {
    var choices = new ArrayList<Sensitivity.Option>();
    for (int i = 0; i < chosen.length; i++) {
      choices.add(weights.get(i).options().get(chosen[i]));
    }
    return choices;
  }

  /** Raises the weight that gains most for a byte; false when no raise takes so few bytes. */
  boolean raise(long most) {
    OptionalInt best = OptionalInt.empty();
    double highest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < chosen.length; i++) {
      List<Sensitivity.Option> options = weights.get(i).options();
      if (chosen[i] + 1 == options.size()) {
        continue;
      }
      Sensitivity.Option now = options.get(chosen[i]);
      Sensitivity.Option next = options.get(chosen[i] + 1);
      long added = next.bytes() - now.bytes();
      double gain = (now.divergence() - next.divergence()) / Math.max(1, added);
      if (added <= most && gain > highest) {
        highest = gain;
        best = OptionalInt.of(i);
      }
    }
    best.ifPresent(i -> chosen[i]++);
    return best.isPresent();
  }
}
