package dev.coderev.analysis.taint;

import dev.coderev.analysis.pattern.Binding;
import dev.coderev.analysis.pattern.Bindings;
import dev.coderev.analysis.pattern.Match;
import dev.coderev.analysis.rule.LabelExpression;
import dev.coderev.analysis.source.TextRange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes matches of what reached the sinks: one for each sink, by its shortest way. */
final class Findings {
  private final SpecMatches matches;
  private final TaintOptions options;

  Findings(SpecMatches matches, TaintOptions options) {
    this.matches = matches;
    this.options = options;
  }

  List<TaintMatch> of(Map<Integer, Taints> reached) {
    List<TaintMatch> found = new ArrayList<>();
    Set<TextRange> seen = new HashSet<>();
    reached.forEach((sink, taints) -> {
      SpecMatches.SinkMatch match = matches.sinks().get(sink);
      Taint shortest = shortest(taints, preferredLabel(match.spec().requires()));
      if (shortest != null) {
        TaintMatch made = make(match.match(), shortest);
        if (seen.add(made.sink().range())) {
          found.add(made);
        }
      }
    });
    found.sort(Comparator.comparing(made -> made.sink().range()));
    return found;
  }

  private static @Nullable Taint shortest(Taints taints, String preferred) {
    return taints.all().stream()
        .filter(taint -> !taint.way().startsAtEntry())
        .min(
            Comparator.<Taint>comparingInt(taint -> taint.label().equals(preferred) ? 0 : 1)
                .thenComparingInt(taint -> taint.way().length())
                .thenComparingInt(Taint::source))
        .orElse(null);
  }

  /** The label that a flow is best told by: the first of a conjunction. */
  private static String preferredLabel(Optional<LabelExpression> requires) {
    LabelExpression at = requires.orElse(new LabelExpression.Constant(true));
    while (at instanceof LabelExpression.And(LabelExpression left, LabelExpression _)) {
      at = left;
    }
    return at instanceof LabelExpression.Label(String name) ? name : "";
  }

  private TaintMatch make(Match sink, Taint taint) {
    Match source = matches.sources().get(taint.source()).match();
    List<TaintMatch.Step> steps = taint.way().steps();
    List<TaintMatch.Step> between = new ArrayList<>();
    for (TaintMatch.Step step : steps.subList(Math.min(1, steps.size()), steps.size())) {
      if (!step.range().equals(sink.range())) {
        between.add(step);
      }
    }
    TextRange start = steps.isEmpty() ? source.range() : steps.getFirst().range();
    Bindings bindings = sink.bindings().and(source.bindings());
    Match shown =
        options.focusOnSource() ? new Match(source.range(), source.node(), bindings) : sink;
    return new TaintMatch(shown, bindings, start, between);
  }

  /** Whether source and sink bind no metavariable to different code. */
  static boolean unify(Bindings source, Bindings sink) {
    for (String name : source.names()) {
      Optional<Binding> mine = source.get(name);
      Optional<Binding> theirs = sink.get(name);
      if (mine.isPresent()
          && theirs.isPresent()
          && !mine.get().text().equals(theirs.get().text())) {
        return false;
      }
    }
    return true;
  }
}
