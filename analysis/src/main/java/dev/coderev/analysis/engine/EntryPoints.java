package dev.coderev.analysis.engine;

import dev.coderev.analysis.project.ProjectIndex;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Where data flow enters one file, for all rules.
 *
 * @param entries by rule the nodes of the functions; 0 for all
 * @param wanted whether a flow from here on may pass a file that is examined
 */
record EntryPoints(int file, Map<String, Set<Integer>> entries, boolean wanted) {

  /** Says that some functions were left out. */
  interface Omitted {
    void functions(int file, String rule, int number);
  }

  /**
   * The entry points of a project, by file. Tells the rules as well which functions may get at data
   * from their sources.
   *
   * @param examined in how many of the files, the first ones, findings are wanted
   */
  static List<EntryPoints> of(
      Map<String, LiveRule> rules,
      ProjectIndex index,
      int files,
      int examined,
      Workers workers,
      Omitted omitted) {
    CallGraph graph = new CallGraph(index.files());
    List<LiveRule> inOrder = List.copyOf(rules.values());
    List<Map<Integer, Set<Integer>>> found =
        new ArrayList<>(Collections.nCopies(inOrder.size(), Map.of()));
    workers.run(
        inOrder.size(),
        () ->
            number -> {
              LiveRule rule = inOrder.get(number);
              CallGraph.Meetings meetings = graph.meetings(rule.sources(), rule.sinks());
              rule.ways(graph.ways(meetings));
              found.set(number, meetings.entries());
              if (meetings.left() > 0) {
                int first = meetings.entries().keySet().iterator().next();
                omitted.functions(first, rule.id(), meetings.left());
              }
            });
    Map<Integer, Map<String, Set<Integer>>> byFile = new TreeMap<>();
    for (int number = 0; number < inOrder.size(); number++) {
      LiveRule rule = inOrder.get(number);
      found.get(number).forEach((file, nodes) -> entries(byFile, file, rule).addAll(nodes));
      rule.filesWithBoth()
          .forEach(
              file -> byFile.computeIfAbsent(file, _ -> new TreeMap<>()).put(rule.id(), Set.of(0)));
    }
    Set<Integer> wanted =
        examined < files ? graph.reaching(file -> file < examined) : byFile.keySet();
    List<EntryPoints> points = new ArrayList<>();
    byFile.forEach(
        (file, entries) -> points.add(new EntryPoints(file, entries, wanted.contains(file))));
    return points;
  }

  private static Set<Integer> entries(
      Map<Integer, Map<String, Set<Integer>>> byFile, int file, LiveRule rule) {
    return byFile
        .computeIfAbsent(file, _ -> new TreeMap<>())
        .computeIfAbsent(rule.id(), _ -> new TreeSet<>());
  }
}
