package dev.coderev.analysis.engine;

import dev.coderev.analysis.engine.CallGraph.Spot;
import dev.coderev.analysis.pattern.FileContext;
import dev.coderev.analysis.source.TextRange;
import java.util.List;

/**
 * Where the sources and sinks of one taint rule stand in one file.
 *
 * @param rule its number among the rules for the language of the file
 */
record TaintEnds(int rule, List<Spot> sources, List<Spot> sinks) {
  TaintEnds {
    sources = List.copyOf(sources);
    sinks = List.copyOf(sinks);
  }

  boolean isEmpty() {
    return sources.isEmpty() && sinks.isEmpty();
  }

  /** The same in a file with another number. */
  TaintEnds at(int file) {
    return new TaintEnds(rule, at(sources, file), at(sinks, file));
  }

  private static List<Spot> at(List<Spot> spots, int file) {
    return spots.stream().map(spot -> new Spot(file, spot.ancestors())).toList();
  }

  /**
   * Stretches of a file's text as spots.
   *
   * @param file its number in the project
   */
  static List<Spot> spots(int file, FileContext context, List<TextRange> ranges) {
    return ranges.stream()
        .map(range -> new Spot(file, Enclosing.functions(context, range)))
        .toList();
  }
}
