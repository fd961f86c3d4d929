package dev.coderev.analysis.taint;

import dev.coderev.analysis.pattern.Binding;
import dev.coderev.analysis.pattern.Deadline;
import dev.coderev.analysis.pattern.FileContext;
import dev.coderev.analysis.pattern.Match;
import dev.coderev.analysis.rule.TaintSpec;
import dev.coderev.analysis.source.TextRange;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where in one file the parts of a taint rule match. */
record SpecMatches(
    List<SourceMatch> sources,
    List<SinkMatch> sinks,
    List<SanitizerMatch> sanitizers,
    List<PropagatorMatch> propagators,
    List<GuardMatch> guards) {
  private static final SpecMatches NOTHING =
      new SpecMatches(List.of(), List.of(), List.of(), List.of(), List.of());

  record SourceMatch(TaintSpec.Source spec, Match match) {}

  /**
   * @param onlyValue whether what a call is given does not count, because the formula has a focus
   */
  record SinkMatch(TaintSpec.Sink spec, Match match, boolean onlyValue) {}

  record SanitizerMatch(TaintSpec.Sanitizer spec, Match match) {}

  record PropagatorMatch(TaintSpec.Propagator spec, TextRange from, TextRange to) {}

  /**
   * A check in the code.
   *
   * @param values places in the text of what it checks
   * @param among of what it is compared with
   * @param matching of the regular expression
   */
  record GuardMatch(
      TaintSpec.Guard spec,
      TextRange check,
      List<TextRange> values,
      Optional<TextRange> among,
      Optional<TextRange> matching) {}

  /** Those of a file that stands alone: without a source or a sink nothing is looked for. */
  static SpecMatches find(CompiledTaint rule, FileContext context, Deadline deadline) {
    List<SinkMatch> sinks = sinks(rule, context, deadline);
    List<SourceMatch> sources = sinks.isEmpty() ? List.of() : sources(rule, context, deadline);
    return sources.isEmpty() ? NOTHING : of(rule, context, deadline, sources, sinks);
  }

  /** Those of a file into which taint may come from others. */
  static SpecMatches findAll(CompiledTaint rule, FileContext context, Deadline deadline) {
    List<SinkMatch> sinks = sinks(rule, context, deadline);
    return of(rule, context, deadline, sources(rule, context, deadline), sinks);
  }

  /** Those of a file that surely has neither source nor sink. */
  static SpecMatches between(CompiledTaint rule, FileContext context, Deadline deadline) {
    return of(rule, context, deadline, List.of(), List.of());
  }

  private static SpecMatches of(
      CompiledTaint rule,
      FileContext context,
      Deadline deadline,
      List<SourceMatch> sources,
      List<SinkMatch> sinks) {
    return new SpecMatches(
        sources,
        sinks,
        sanitizers(rule, context, deadline, taken(sources, sinks)),
        propagators(rule, context, deadline),
        guards(rule, context, deadline));
  }

  static List<SinkMatch> sinks(CompiledTaint rule, FileContext context, Deadline deadline) {
    List<SinkMatch> sinks = new ArrayList<>();
    for (CompiledTaint.Compiled<TaintSpec.Sink> sink : rule.sinks()) {
      for (Match match : sink.formula().matches(context, deadline)) {
        sinks.add(new SinkMatch(sink.spec(), match, sink.focuses() && sink.spec().exact()));
      }
    }
    return sinks;
  }

  static List<SourceMatch> sources(CompiledTaint rule, FileContext context, Deadline deadline) {
    List<SourceMatch> sources = new ArrayList<>();
    for (CompiledTaint.Compiled<TaintSpec.Source> source : rule.sources()) {
      for (Match match : source.formula().matches(context, deadline)) {
        sources.add(new SourceMatch(source.spec(), match));
      }
    }
    return sources;
  }

  private static List<GuardMatch> guards(
      CompiledTaint rule, FileContext context, Deadline deadline) {
    List<GuardMatch> found = new ArrayList<>();
    for (CompiledTaint.Compiled<TaintSpec.Sanitizer> sanitizer : rule.sanitizers()) {
      Optional<TaintSpec.Guard> guard = sanitizer.spec().guard();
      if (guard.isPresent()) {
        for (Match match : sanitizer.formula().matches(context, deadline)) {
          found.add(guard(guard.get(), match));
        }
      }
    }
    return found;
  }

  private static GuardMatch guard(TaintSpec.Guard spec, Match match) {
    return new GuardMatch(
        spec,
        match.range(),
        spec.values().stream().flatMap(name -> range(match, name).stream()).toList(),
        spec.among().flatMap(name -> range(match, name)),
        spec.matching().flatMap(name -> range(match, name)));
  }

  private static Optional<TextRange> range(Match match, String metavariable) {
    return match.bindings().get(metavariable).map(Binding::range);
  }

  private static Set<TextRange> taken(List<SourceMatch> sources, List<SinkMatch> sinks) {
    Set<TextRange> ranges = new HashSet<>();
    sources.forEach(source -> ranges.add(source.match().range()));
    sinks.forEach(sink -> ranges.add(sink.match().range()));
    return ranges;
  }

  private static List<SanitizerMatch> sanitizers(
      CompiledTaint rule, FileContext context, Deadline deadline, Set<TextRange> taken) {
    List<SanitizerMatch> found = new ArrayList<>();
    for (CompiledTaint.Compiled<TaintSpec.Sanitizer> sanitizer : rule.sanitizers()) {
      if (sanitizer.spec().guard().isPresent()) {
        continue;
      }
      for (Match match : sanitizer.formula().matches(context, deadline)) {
        if (!sanitizer.spec().notConflicting() || !taken.contains(match.range())) {
          found.add(new SanitizerMatch(sanitizer.spec(), match));
        }
      }
    }
    return found;
  }

  private static List<PropagatorMatch> propagators(
      CompiledTaint rule, FileContext context, Deadline deadline) {
    List<PropagatorMatch> found = new ArrayList<>();
    for (CompiledTaint.Compiled<TaintSpec.Propagator> propagator : rule.propagators()) {
      for (Match match : propagator.formula().matches(context, deadline)) {
        Optional<Binding> from = match.bindings().get(propagator.spec().from());
        Optional<Binding> to = match.bindings().get(propagator.spec().to());
        if (from.isPresent() && to.isPresent()) {
          found.add(new PropagatorMatch(propagator.spec(), from.get().range(), to.get().range()));
        }
      }
    }
    return found;
  }
}
