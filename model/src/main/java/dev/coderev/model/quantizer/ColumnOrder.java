package dev.coderev.model.quantizer;

import java.util.Comparator;
import java.util.stream.IntStream;

/** The order in which GPTQ rounds the columns of a weight: what is rounded first errs least. */
public enum ColumnOrder {
  /** As they are stored. */
  AS_STORED,
  /** Strongest inputs first; columns then name their group, which readers must follow. */
  BY_ACTIVATION,
  /** Strongest first within a group, and groups by their strongest: groups stay neighbours. */
  WITHIN_GROUPS,
  /** Strongest first, with the scales of the untouched groups: groups stay neighbours. */
  STATIC_GROUPS;

  /** The columns in the order of work. */
  int[] of(double[] diagonal, int groupSize) {
    Comparator<Integer> strongest = Comparator.comparingDouble(i -> -diagonal[i]);
    return switch (this) {
      case AS_STORED -> IntStream.range(0, diagonal.length).toArray();
      case BY_ACTIVATION, STATIC_GROUPS ->
          IntStream.range(0, diagonal.length)
              .boxed()
              .sorted(strongest)
              .mapToInt(Integer::intValue)
              .toArray();
      case WITHIN_GROUPS -> withinGroups(diagonal, groupSize, strongest);
    };
  }

  private static int[] withinGroups(
      double[] diagonal, int groupSize, Comparator<Integer> strongest) {
    Comparator<Integer> groups =
        Comparator.comparingDouble(group ->
            -IntStream.range(group * groupSize, (group + 1) * groupSize)
                .mapToDouble(i -> diagonal[i])
                .max()
                .orElseThrow());
    return IntStream.range(0, diagonal.length / groupSize)
        .boxed()
        .sorted(groups)
        .flatMap(group ->
            IntStream.range(group * groupSize, (group + 1) * groupSize).boxed().sorted(strongest))
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
