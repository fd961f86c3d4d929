package dev.coderev.analysis.rule;

import java.util.List;
import java.util.Optional;

/** The sources, sinks, sanitizers and propagators of a {@code mode: taint} rule. */
public record TaintSpec(
    List<Source> sources,
    List<Sink> sinks,
    List<Sanitizer> sanitizers,
    List<Propagator> propagators) {

  /** The label of sources that name none. */
  public static final String DEFAULT_LABEL = "__SOURCE__";

  public TaintSpec {
    sources = List.copyOf(sources);
    sinks = List.copyOf(sinks);
    sanitizers = List.copyOf(sanitizers);
    propagators = List.copyOf(propagators);
  }

  /** Whether a match also taints or cleans the variables in it from there on. */
  public enum SideEffect {
    NO,
    YES,
    ONLY
  }

  /**
   * Where untrusted data enters.
   *
   * @param exact whether subexpressions of a match are left out; default false
   * @param control whether reaching the source taints the control flow rather than a value
   * @param requires over labels of the data the source is applied to
   */
  public record Source(
      Formula formula,
      SideEffect bySideEffect,
      boolean exact,
      boolean control,
      String label,
      Optional<LabelExpression> requires) {}

  /**
   * Where untrusted data does harm.
   *
   * @param exact whether only the match itself is the sink, not its subexpressions; default true
   * @param atExit whether it counts only as the last thing that a function does
   * @param requires over labels; empty means {@link #DEFAULT_LABEL}
   */
  public record Sink(
      Formula formula, boolean exact, boolean atExit, Optional<LabelExpression> requires) {}

  /**
   * What makes data trustworthy.
   *
   * @param guard present where the formula matches a check, not what cleans
   * @param within where the result must be put for it to be clean; empty means anywhere
   */
  public record Sanitizer(
      Formula formula,
      boolean bySideEffect,
      boolean exact,
      boolean notConflicting,
      Optional<Guard> guard,
      Optional<Placement> within) {}

  /**
   * A check after which values are trustworthy on the ways where it came out well.
   *
   * @param values metavariables that stand for them
   * @param when how the check comes out where they are
   * @param among metavariable of a constant, or of a collection that must hold constants only
   * @param matching metavariable of a regular expression that must let no forbidden character pass
   * @param whole whether the regular expression is compared with the whole text in any case
   * @param forbids the forbidden characters
   */
  public record Guard(
      List<String> values,
      boolean when,
      Optional<String> among,
      Optional<String> matching,
      boolean whole,
      String forbids) {
    /** Characters that end a text or start something else in some language. */
    public static final String SPECIAL = "'\"`<>;|&$\\(){}*";

    public Guard {
      values = List.copyOf(values);
    }
  }

  /** Data moves from the metavariable {@code from} to {@code to} where the formula matches. */
  public record Propagator(
      Formula formula,
      String from,
      String to,
      boolean bySideEffect,
      Optional<String> label,
      List<String> replacedLabels,
      Optional<LabelExpression> requires) {
    public Propagator {
      replacedLabels = List.copyOf(replacedLabels);
    }
  }
}
