package dev.coderev.analysis.pattern;

import dev.coderev.analysis.source.TextRange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Ranges sorted by their beginning, to find those that overlap another one without trying all. */
final class RangeIndex {
  private final List<Ranged> sorted;
  private final int[] furthestEnd;

  RangeIndex(List<Ranged> ranges) {
    sorted = new ArrayList<>(ranges);
    sorted.sort(Comparator.comparing(Ranged::range));
    furthestEnd = new int[sorted.size()];
    int furthest = 0;
    for (int i = 0; i < furthestEnd.length; i++) {
      furthest = Math.max(furthest, sorted.get(i).range().end());
      furthestEnd[i] = furthest;
    }
  }

  /** Those that contain {@code range} or lie in it, and some that only touch it. */
  void forEachRelated(TextRange range, Consumer<Ranged> action) {
    anyRelated(
        range,
        ranged -> {
          action.accept(ranged);
          return false;
        });
  }

  boolean anyRelated(TextRange range, Predicate<Ranged> test) {
    for (int i = lastStartingBy(range.end()); i >= 0; i--) {
      if (furthestEnd[i] < range.start()) {
        return false;
      }
      Ranged ranged = sorted.get(i);
      if (ranged.range().end() >= range.start() && test.test(ranged)) {
        return true;
      }
    }
    return false;
  }

  private int lastStartingBy(int end) {
    int low = 0;
    int high = sorted.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted.get(middle).range().start() <= end) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low - 1;
  }
}
