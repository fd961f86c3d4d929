package dev.coderev.analysis.rule;

import dev.coderev.analysis.AnalysisException;
import java.util.List;
import java.util.stream.Collectors;

/** Rules with something wrong in them; nothing is analysed until it is repaired. */
public final class RulesInvalid extends AnalysisException {
  private static final long serialVersionUID = 1L;

  private final transient List<RuleProblem> problems;

  public RulesInvalid(List<RuleProblem> problems) {
    super(problems.stream().map(RuleProblem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  /** Everything that is wrong, by file and place. */
  public List<RuleProblem> problems() {
    return problems;
  }
}
