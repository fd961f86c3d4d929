package dev.coderev.analysis.pattern;

import dev.coderev.analysis.rule.Condition;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** A formula with its patterns compiled. */
sealed interface FormulaNode {
  /** About how much it takes to find out that there is nothing: a rank, told without parsing. */
  default int cost() {
    return switch (this) {
      case Code(LazyPattern pattern) -> pattern.text().strip().indexOf('\n') < 0 ? 0 : 2;
      case Regex _ -> 1;
      case Any(List<FormulaNode> operands) ->
          operands.stream().mapToInt(FormulaNode::cost).max().orElse(0);
      case Inside(FormulaNode operand) -> 3 + operand.cost();
      case All all -> all.positives().stream().mapToInt(FormulaNode::cost).min().orElse(0);
    };
  }

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
   * @param positives those that only say where to look last
   * @param cheapestFirst the indexes of the positives in the order in which to try them, because
   *     where one finds nothing the others need not be tried
   * @param selectors patterns that are nothing but a metavariable: tried only within what the
   *     others leave
   */
  record All(
      List<FormulaNode> positives,
      List<Integer> cheapestFirst,
      List<LazyPattern> selectors,
      List<FormulaNode> negatives,
      List<Test> tests,
      List<List<String>> focus)
      implements FormulaNode {

    static All of(
        List<FormulaNode> positives,
        List<LazyPattern> selectors,
        List<FormulaNode> negatives,
        List<Test> tests,
        List<List<String>> focus) {
      List<FormulaNode> ordered =
          positives.stream().sorted(Comparator.comparing(Inside.class::isInstance)).toList();
      List<Integer> cheapestFirst =
          IntStream.range(0, ordered.size())
              .boxed()
              .sorted(Comparator.comparingInt(index -> ordered.get(index).cost()))
              .toList();
      return new All(ordered, cheapestFirst, selectors, negatives, tests, focus);
    }
  }

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
