package dev.coderev.training.student;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Which layers of a teacher a student keeps. */
public enum LayerSelection {
  /** Those that change the stream most. */
  IMPORTANCE,
  /** Spread evenly. */
  UNIFORM,
  FIRST,
  LAST;

  /**
   * The layers to keep, in their order.
   *
   * @param influence of each layer of the teacher
   */
  List<Integer> choose(double[] influence, int count) {
    int all = influence.length;
    return switch (this) {
      case IMPORTANCE ->
          IntStream.range(0, all)
              .boxed()
              .sorted(Comparator.comparingDouble((Integer i) -> -influence[i]))
              .limit(count)
              .sorted()
              .toList();
      case UNIFORM -> IntStream.range(0, count).map(i -> i * all / count).boxed().toList();
      case FIRST -> IntStream.range(0, count).boxed().toList();
      case LAST -> IntStream.range(all - count, all).boxed().toList();
    };
  }
}
