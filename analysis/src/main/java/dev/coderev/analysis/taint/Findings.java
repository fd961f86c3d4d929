package dev.coderev.analysis.taint;

import dev.coderev.analysis.pattern.Binding;
import dev.coderev.analysis.pattern.Bindings;
import dev.coderev.analysis.pattern.Match;
import dev.coderev.analysis.rule.LabelExpression;
import dev.coderev.analysis.source.SourceFile;
import dev.coderev.analysis.source.TextRange;
import dev.coderev.analysis.tree.SyntaxTree;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes matches of what reached the sinks: one for each sink, by its shortest way. */
final class Findings {
  private static final Comparator<TaintMatch> BY_PLACE =
      Comparator.comparing((TaintMatch made) -> made.file().path())
          .thenComparing(made -> made.sink().range());

  private final Session session;

  Findings(Session session) {
    this.session = session;
  }

  List<TaintMatch> of(Map<Integer, Taints> reached) {
    List<TaintMatch> found = new ArrayList<>();
    Set<Site> seen = new HashSet<>();
    reached.forEach((sink, taints) -> {
      SpecMatches.SinkMatch match = session.sink(sink);
      Taint shortest = shortest(taints, preferredLabel(match.spec().requires()));
      if (shortest != null) {
        TaintMatch made = make(session.fileOfSink(sink), match.match(), shortest);
        if (seen.add(new Site(made.file(), made.sink().range()))) {
          found.add(made);
        }
      }
    });
    found.sort(BY_PLACE);
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

  private TaintMatch make(SourceFile sinkFile, Match sink, Taint taint) {
    Match source = session.source(taint.source()).match();
    SourceFile sourceFile = session.fileOfSource(taint.source());
    List<TaintMatch.Step> steps = taint.way().steps();
    Site last = new Site(sinkFile, sink.range());
    List<TaintMatch.Step> between = new ArrayList<>();
    for (TaintMatch.Step step : steps.subList(Math.min(1, steps.size()), steps.size())) {
      if (!step.site().sameAs(last)) {
        between.add(step);
      }
    }
    Site start = steps.isEmpty() ? new Site(sourceFile, source.range()) : steps.getFirst().site();
    boolean together = sourceFile.path().equals(sinkFile.path());
    Bindings bindings =
        sink.bindings().and(together ? source.bindings() : textOnly(source.bindings()));
    return session.options.focusOnSource()
        ? new TaintMatch(
            sourceFile,
            new Match(source.range(), source.node(), bindings),
            bindings,
            start,
            between)
        : new TaintMatch(sinkFile, sink, bindings, start, between);
  }

  /** Bindings as another file can use them: what they say, not where it stands. */
  private static Bindings textOnly(Bindings bindings) {
    Map<String, Binding> texts = new LinkedHashMap<>();
    bindings.forEach((name, binding) ->
        texts.put(name, new Binding(SyntaxTree.NONE, new TextRange(0, 0), binding.text())));
    return Bindings.of(texts);
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
