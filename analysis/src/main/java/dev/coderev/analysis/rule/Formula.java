package dev.coderev.analysis.rule;

import java.util.List;

/**
 * What a rule looks for: patterns over code, joined by logic.
 *
 * <p>{@code pattern-not-regex} is {@code Not(Regex)}, {@code pattern-not-inside} is {@code
 * Not(Inside)}.
 */
public sealed interface Formula {
  RulePlace place();

  /** {@code pattern}: code with holes, in the language of the rule; a template until compiled. */
  record Code(String text, RulePlace place) implements Formula {}

  /** {@code pattern-regex}: multi-line, as PCRE would read it. */
  record Regex(java.util.regex.Pattern regex, RulePlace place) implements Formula {}

  /**
   * {@code patterns} / {@code all}: every operand holds, then every condition, then the focus.
   *
   * @param focus each element is one {@code focus-metavariable}; several names within one element
   *     are alternatives
   */
  record All(
      List<Formula> operands, List<Condition> conditions, List<List<String>> focus, RulePlace place)
      implements Formula {
    public All {
      operands = List.copyOf(operands);
      conditions = List.copyOf(conditions);
      focus = List.copyOf(focus);
    }
  }

  /** {@code pattern-either} / {@code any}. */
  record Any(List<Formula> operands, RulePlace place) implements Formula {
    public Any {
      operands = List.copyOf(operands);
    }
  }

  /** {@code pattern-not} / {@code not}. */
  record Not(Formula operand, RulePlace place) implements Formula {}

  /** {@code pattern-inside} / {@code inside}. */
  record Inside(Formula operand, RulePlace place) implements Formula {}
}
