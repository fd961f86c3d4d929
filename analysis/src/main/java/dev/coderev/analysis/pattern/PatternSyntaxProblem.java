package dev.coderev.analysis.pattern;

import dev.coderev.analysis.AnalysisException;
import dev.coderev.analysis.rule.RulePlace;

/** A pattern that its language cannot read, and where it stands. */
public final class PatternSyntaxProblem extends AnalysisException {
  private static final long serialVersionUID = 1L;

  private final transient RulePlace place;
  private final String problem;

  public PatternSyntaxProblem(RulePlace place, String message) {
    super(place + ": " + message);
    this.place = place;
    this.problem = message;
  }

  /** The same problem somewhere else. */
  PatternSyntaxProblem at(RulePlace other) {
    return new PatternSyntaxProblem(other, problem);
  }

  /** What is wrong, without the place. */
  String problem() {
    return problem;
  }

  public RulePlace place() {
    return place;
  }
}
