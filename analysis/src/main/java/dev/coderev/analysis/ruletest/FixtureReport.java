package dev.coderev.analysis.ruletest;

import dev.coderev.analysis.rule.RuleProblem;
import java.util.List;

/**
 * How rules did on their fixtures.
 *
 * @param verdicts one for each rule that could be read, by file
 * @param problems what is wrong in the rule files
 */
public record FixtureReport(List<RuleVerdict> verdicts, List<RuleProblem> problems) {
  public FixtureReport {
    verdicts = List.copyOf(verdicts);
    problems = List.copyOf(problems);
  }

  /** Whether every rule could be read and passed. */
  public boolean passed() {
    return problems.isEmpty() && verdicts.stream().allMatch(RuleVerdict::passed);
  }
}
