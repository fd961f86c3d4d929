package dev.coderev.analysis.pattern;

import dev.coderev.analysis.source.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code focus-metavariable}: narrows ranges to what metavariables stand for. */
final class Focus {
  private Focus() {}

  /**
   * @param focus several entries must all hold; several names in one are alternatives
   */
  static List<Ranged> apply(List<List<String>> focus, List<Ranged> ranges) {
    List<Ranged> result = new ArrayList<>();
    for (Ranged range : ranges) {
      List<Ranged> narrowed = one(focus.getFirst(), range);
      for (List<String> names : focus.subList(1, focus.size())) {
        List<Ranged> both = new ArrayList<>();
        for (Ranged first : narrowed) {
          for (Ranged second : one(names, range)) {
            inner(first, second).ifPresent(both::add);
          }
        }
        narrowed = both;
      }
      result.addAll(narrowed);
    }
    return result;
  }

  private static List<Ranged> one(List<String> names, Ranged range) {
    List<Ranged> result = new ArrayList<>();
    for (String name : names) {
      Optional<Binding> bound = range.bindings().get(name);
      if (bound.isPresent()) {
        Ranged focused =
            new Ranged(
                bound.get().range(), bound.get().node(), range.bindings(), Ranged.Origin.PATTERN);
        inner(focused, range).ifPresent(result::add);
      }
    }
    return result;
  }

  private static Optional<Ranged> inner(Ranged a, Ranged b) {
    TextRange first = a.range();
    TextRange second = b.range();
    if (second.contains(first)) {
      return Optional.of(a);
    }
    return first.contains(second)
        ? Optional.of(new Ranged(second, b.node(), b.bindings(), Ranged.Origin.PATTERN))
        : Optional.empty();
  }
}
