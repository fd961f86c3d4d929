package dev.coderev.analysis.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * Some files, by path, that one rule looks at one after the other: looks that serve each other. The
 * same for any number of threads.
 */
record LookRow(LiveRule rule, List<Point> points) {
  /** No row has more looks. */
  private static final int MOST = 48;

  /**
   * One in so many paths begins a row, whatever stands before it, so that an entry that comes or
   * goes changes its own row only.
   */
  private static final int ONE_IN = 24;

  LookRow {
    points = List.copyOf(points);
  }

  /**
   * A file with the functions that are entered in it.
   *
   * @param entries their nodes; 0 for all
   * @param wanted whether what is found from there on counts
   */
  record Point(int file, String path, Set<Integer> entries, boolean wanted) {}

  /** The rows that matter, rule after rule. */
  static List<LookRow> of(
      Collection<LiveRule> rules, List<EntryPoints> points, IntFunction<String> paths) {
    List<LookRow> rows = new ArrayList<>();
    for (LiveRule rule : rules) {
      List<Point> row = new ArrayList<>();
      for (Point point : inOrder(rule, points, paths)) {
        if (row.size() == MOST || Math.floorMod(point.path().hashCode(), ONE_IN) == 0) {
          add(rows, rule, row);
          row.clear();
        }
        row.add(point);
      }
      add(rows, rule, row);
    }
    return rows;
  }

  private static void add(List<LookRow> rows, LiveRule rule, List<Point> row) {
    if (row.stream().anyMatch(Point::wanted)) {
      rows.add(new LookRow(rule, row));
    }
  }

  private static List<Point> inOrder(
      LiveRule rule, List<EntryPoints> points, IntFunction<String> paths) {
    List<Point> ofRule = new ArrayList<>();
    for (EntryPoints point : points) {
      Set<Integer> entries = point.entries().get(rule.id());
      if (entries != null) {
        ofRule.add(new Point(point.file(), paths.apply(point.file()), entries, point.wanted()));
      }
    }
    ofRule.sort(Comparator.comparing(Point::path));
    return ofRule;
  }
}
