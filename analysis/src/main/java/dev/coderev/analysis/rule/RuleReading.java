package dev.coderev.analysis.rule;

import java.util.List;

/**
 * What reading rule files gave.
 *
 * @param rules the sound ones that can run, in the order of files and of rules within them
 * @param problems everything that is wrong, by file and place
 * @param notes sound rules that cannot run here
 */
public record RuleReading(List<Rule> rules, List<RuleProblem> problems, List<RuleNote> notes) {
  public RuleReading {
    rules = List.copyOf(rules);
    problems = List.copyOf(problems);
    notes = List.copyOf(notes);
  }

  /**
   * The rules, provided that nothing is wrong with any.
   *
   * @throws RulesInvalid with all problems otherwise
   */
  public List<Rule> orThrow() {
    if (!problems.isEmpty()) {
      throw new RulesInvalid(problems);
    }
    return rules;
  }
}
