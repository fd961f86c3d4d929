package dev.coderev.analysis.taint;

import dev.coderev.analysis.flow.FileFlow;
import dev.coderev.analysis.pattern.CompiledFormula;
import dev.coderev.analysis.pattern.Deadline;
import dev.coderev.analysis.pattern.FileContext;
import dev.coderev.analysis.pattern.FormulaCompiler;
import dev.coderev.analysis.rule.Formula;
import dev.coderev.analysis.rule.TaintSpec;
import dev.coderev.analysis.source.Language;
import dev.coderev.analysis.source.TextRange;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A taint rule ready to be tried on files of one language. Immutable; safe to share. */
public final class CompiledTaint {
  private final List<Compiled<TaintSpec.Source>> sources;
  private final List<Compiled<TaintSpec.Sink>> sinks;
  private final List<Compiled<TaintSpec.Sanitizer>> sanitizers;
  private final List<Compiled<TaintSpec.Propagator>> propagators;
  private final TaintOptions options;

  /** A part of the specification with its formula compiled. */
  record Compiled<T>(T spec, CompiledFormula formula, boolean focuses) {}

  private CompiledTaint(
      List<Compiled<TaintSpec.Source>> sources,
      List<Compiled<TaintSpec.Sink>> sinks,
      List<Compiled<TaintSpec.Sanitizer>> sanitizers,
      List<Compiled<TaintSpec.Propagator>> propagators,
      TaintOptions options) {
    this.sources = sources;
    this.sinks = sinks;
    this.sanitizers = sanitizers;
    this.propagators = propagators;
    this.options = options;
  }

  /**
   * The rule for files in {@code language}.
   *
   * @param options of the rule, as written
   * @throws dev.coderev.analysis.pattern.PatternSyntaxProblem if a pattern cannot be read
   */
  public static CompiledTaint compile(
      TaintSpec spec, Language language, Map<String, Object> options, FormulaCompiler compiler) {
    return new CompiledTaint(
        spec.sources().stream()
            .map(s -> compiled(s, s.formula(), language, options, compiler))
            .toList(),
        spec.sinks().stream()
            .map(s -> compiled(s, s.formula(), language, options, compiler))
            .toList(),
        spec.sanitizers().stream()
            .map(s -> compiled(s, s.formula(), language, options, compiler))
            .toList(),
        spec.propagators().stream()
            .map(p -> compiled(p, p.formula(), language, options, compiler))
            .toList(),
        TaintOptions.of(options));
  }

  private static <T> Compiled<T> compiled(
      T spec,
      Formula formula,
      Language language,
      Map<String, Object> options,
      FormulaCompiler compiler) {
    return new Compiled<>(spec, compiler.compile(formula, language, options), focuses(formula));
  }

  private static boolean focuses(Formula formula) {
    return switch (formula) {
      case Formula.All all ->
          !all.focus().isEmpty() || all.operands().stream().anyMatch(CompiledTaint::focuses);
      case Formula.Any any -> any.operands().stream().anyMatch(CompiledTaint::focuses);
      case Formula.Inside(Formula operand, _) -> focuses(operand);
      case Formula.Code _, Formula.Regex _, Formula.Not _ -> false;
    };
  }

  TaintOptions options() {
    return options;
  }

  List<Compiled<TaintSpec.Source>> sources() {
    return sources;
  }

  List<Compiled<TaintSpec.Sink>> sinks() {
    return sinks;
  }

  List<Compiled<TaintSpec.Sanitizer>> sanitizers() {
    return sanitizers;
  }

  List<Compiled<TaintSpec.Propagator>> propagators() {
    return propagators;
  }

  /** The formulas of which one must match for the rule to find anything: its sources. */
  public List<CompiledFormula> sourceFormulas() {
    return sources.stream().map(Compiled::formula).toList();
  }

  /** The formulas of which one must match as well: its sinks. */
  public List<CompiledFormula> sinkFormulas() {
    return sinks.stream().map(Compiled::formula).toList();
  }

  /**
   * Every sink that taint reaches in a file that stands alone, by place.
   *
   * @throws dev.coderev.analysis.pattern.DeadlineExceeded if time runs out
   */
  public TaintResult analyse(FileContext context, Deadline deadline) {
    if (context.tree().isEmpty()) {
      return TaintResult.NOTHING;
    }
    SpecMatches matches = SpecMatches.find(this, context, deadline);
    if (matches.sources().isEmpty() || matches.sinks().isEmpty()) {
      return TaintResult.NOTHING;
    }
    Session session =
        new Session(options, _ -> Optional.empty(), Surroundings.NONE, CallWays.UNKNOWN, false, 1);
    session.begin(deadline);
    Analysis analysis = Prepared.of(context, matches).open(session, 0, context);
    List<TaintMatch> found = session.add(0, analysis).run(Set.of(0));
    return new TaintResult(found, session.omissions());
  }

  /** Where taint may begin in a file. */
  public List<TextRange> sources(FileContext context, Deadline deadline) {
    return SpecMatches.sources(this, context, deadline).stream()
        .map(source -> source.match().range())
        .toList();
  }

  /** Where taint may end in a file. */
  public List<TextRange> sinks(FileContext context, Deadline deadline) {
    return SpecMatches.sinks(this, context, deadline).stream()
        .map(sink -> sink.match().range())
        .toList();
  }

  /** A file of the project as this rule sees it. */
  Analysis open(Session session, int file, FileContext context) {
    IdentityHashMap<CompiledTaint, Prepared> known =
        context.computed(KnownRules.class, _ -> new KnownRules()).byRule;
    Prepared prepared = known.get(this);
    if (prepared == null) {
      prepared =
          Prepared.of(
              context,
              session.mayHaveEnds(file)
                  ? SpecMatches.findAll(this, context, session.deadline())
                  : SpecMatches.between(this, context, session.deadline()));
      known.put(this, prepared);
    }
    return prepared.open(session, file, context);
  }

  /** What a rule matches in one file, and what that means for its instructions. */
  private record Prepared(FileFlow flow, SpecMatches matches, Marks marks) {
    static Prepared of(FileContext context, SpecMatches matches) {
      FileFlow flow = context.computed(FileFlow.class, FileFlow::of);
      Marks.Spots spots = context.computed(Marks.Spots.class, _ -> new Marks.Spots(flow));
      return new Prepared(flow, matches, Marks.of(spots, matches));
    }

    Analysis open(Session session, int file, FileContext context) {
      return new Analysis(session, file, flow, matches, marks, context);
    }
  }

  /** What rules match in one file, kept with it. */
  private static final class KnownRules {
    final IdentityHashMap<CompiledTaint, Prepared> byRule = new IdentityHashMap<>();
  }
}
