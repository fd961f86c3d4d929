package dev.coderev.analysis.taint;

import dev.coderev.analysis.pattern.Bindings;
import dev.coderev.analysis.pattern.Match;
import dev.coderev.analysis.source.SourceFile;
import java.util.List;

/**
 * One sink that untrusted data reaches.
 *
 * @param file the file of the sink
 * @param sink the match of the sink's formula
 * @param bindings of the sink, and those of the source whose names the sink does not bind
 * @param source where the data enters
 * @param steps the way between source and sink, in order of execution, both excluded
 */
public record TaintMatch(
    SourceFile file, Match sink, Bindings bindings, Site source, List<Step> steps) {
  public TaintMatch {
    steps = List.copyOf(steps);
  }

  /**
   * One stop on the way.
   *
   * @param note what happens here, for example {@code "passed to `render`"}
   */
  public record Step(Site site, String note) {}
}
