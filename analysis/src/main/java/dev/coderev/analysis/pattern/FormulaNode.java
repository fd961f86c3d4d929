package dev.coderev.analysis.pattern;

import dev.coderev.analysis.rule.Condition;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A formula with its patterns compiled. */
sealed interface FormulaNode {
  record Code(LazyPattern pattern) implements FormulaNode {}

  /**
   * A regular expression on the text.
   *
   * @param starts where its matches can begin
   */
  record Regex(Pattern regex, RegexStarts starts) implements FormulaNode {
    Regex(Pattern regex) {
      this(regex, RegexLiterals.starts(regex));
    }
  }

  /**
   * {@code patterns}.
   *
   * @param selectors patterns that are nothing but a metavariable: tried only within what the
   *     others leave
   */
  record All(
      List<FormulaNode> positives,
      List<LazyPattern> selectors,
      List<FormulaNode> negatives,
      List<Test> tests,
      List<List<String>> focus)
      implements FormulaNode {}

  record Any(List<FormulaNode> operands) implements FormulaNode {}

  record Inside(FormulaNode operand) implements FormulaNode {}

  /**
   * A condition.
   *
   * @param formula of {@code metavariable-pattern} where it is on code or text
   * @param types of {@code metavariable-type}
   */
  record Test(Condition condition, Optional<FormulaNode> formula, List<LazyPattern> types) {}
}
