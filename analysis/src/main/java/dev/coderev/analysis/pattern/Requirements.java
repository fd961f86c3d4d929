package dev.coderev.analysis.pattern;

import dev.coderev.analysis.rule.Condition;
import dev.coderev.analysis.source.Language;
import java.util.ArrayList;
import java.util.List;

/** Derives from a formula what the text of a file must contain for it to match. */
final class Requirements {
  private Requirements() {}

  static Requirement of(FormulaNode formula) {
    return switch (formula) {
      case FormulaNode.Code(LazyPattern pattern) -> pattern.requirement();
      case FormulaNode.Regex(var regex, _) -> RegexLiterals.of(regex);
      case FormulaNode.Inside(FormulaNode operand) -> of(operand);
      case FormulaNode.Any(List<FormulaNode> operands) -> anyOf(operands);
      case FormulaNode.All all -> {
        List<Requirement> needed = new ArrayList<>();
        for (FormulaNode positive : all.positives()) {
          needed.add(of(positive));
        }
        for (FormulaNode.Test test : all.tests()) {
          needed.add(of(test, all));
        }
        yield allOf(needed);
      }
    };
  }

  /**
   * What a condition on source text requires of the whole. The content of a string may be computed,
   * so it need not be written anywhere.
   */
  private static Requirement of(FormulaNode.Test test, FormulaNode.All all) {
    return test.condition() instanceof Condition.MetavariableRegex condition
            && !condition.constantPropagation()
            && !quotes(all, condition.metavariable())
        ? words(RegexLiterals.of(condition.regex()), isWhole(condition, all))
        : Requirement.none();
  }

  /**
   * Whether what the expression finds is all of what the metavariable stands for, and that no part
   * of a word. Conditions begin where the metavariable begins.
   */
  private static boolean isWhole(Condition.MetavariableRegex condition, FormulaNode.All all) {
    return RegexLiterals.isWhole(condition.regex())
        && all.positives().stream().allMatch(Requirements::isOnCode)
        && all.tests().stream().allMatch(test -> bindsNothing(test.condition()));
  }

  /** Whether it binds metavariables to nodes of code, never to parts of texts. */
  private static boolean isOnCode(FormulaNode formula) {
    return switch (formula) {
      case FormulaNode.Code(LazyPattern pattern) -> pattern.setting().language() != Language.TEXT;
      case FormulaNode.Regex _ -> false;
      case FormulaNode.Inside(FormulaNode operand) -> isOnCode(operand);
      case FormulaNode.Any(List<FormulaNode> operands) ->
          operands.stream().allMatch(Requirements::isOnCode);
      case FormulaNode.All all ->
          all.positives().stream().allMatch(Requirements::isOnCode)
              && all.tests().stream().allMatch(test -> bindsNothing(test.condition()));
    };
  }

  private static boolean bindsNothing(Condition condition) {
    return switch (condition) {
      case Condition.MetavariableRegex regex -> regex.regex().namedGroups().isEmpty();
      case Condition.MetavariablePattern _ -> false;
      case Condition.MetavariableComparison _,
          Condition.MetavariableAnalysis _,
          Condition.MetavariableType _ ->
          true;
    };
  }

  /**
   * The part of a requirement that is on plain words: names are written without spaces and dots.
   *
   * @param whole whether a text stands for itself, not within a longer word
   */
  private static Requirement words(Requirement requirement, boolean whole) {
    return switch (requirement) {
      case Requirement.Literal literal when isPlain(literal.text()) ->
          new Requirement.Literal(literal.text(), whole, literal.ignoreCase());
      case Requirement.Literal _ -> Requirement.none();
      case Requirement.AllOf(List<Requirement> operands) ->
          allOf(operands.stream().map(operand -> words(operand, whole)).toList());
      case Requirement.AnyOf(List<Requirement> operands) -> {
        List<Requirement> alternatives =
            operands.stream().map(operand -> words(operand, whole)).toList();
        yield alternatives.stream().anyMatch(Requirement::isTrivial)
            ? Requirement.none()
            : new Requirement.AnyOf(alternatives);
      }
    };
  }

  private static boolean isPlain(String text) {
    return text.chars().allMatch(c -> c == '_' || (c < 128 && Character.isLetterOrDigit((char) c)));
  }

  /** Whether a pattern binds the metavariable to the content of a string. */
  private static boolean quotes(FormulaNode formula, String metavariable) {
    return switch (formula) {
      case FormulaNode.Code(LazyPattern pattern) -> pattern.quotes(metavariable);
      case FormulaNode.Regex _ -> false;
      case FormulaNode.Inside(FormulaNode operand) -> quotes(operand, metavariable);
      case FormulaNode.Any(List<FormulaNode> operands) ->
          operands.stream().anyMatch(operand -> quotes(operand, metavariable));
      case FormulaNode.All all ->
          all.positives().stream().anyMatch(positive -> quotes(positive, metavariable))
              || all.tests().stream()
                  .flatMap(test -> test.formula().stream())
                  .anyMatch(nested -> quotes(nested, metavariable));
    };
  }

  private static Requirement anyOf(List<FormulaNode> operands) {
    List<Requirement> alternatives = new ArrayList<>();
    for (FormulaNode operand : operands) {
      Requirement alternative = of(operand);
      if (alternative.isTrivial()) {
        return Requirement.none();
      }
      alternatives.add(alternative);
    }
    return new Requirement.AnyOf(alternatives);
  }

  private static Requirement allOf(List<Requirement> needed) {
    List<Requirement> distinct =
        needed.stream().filter(requirement -> !requirement.isTrivial()).distinct().toList();
    return distinct.size() == 1 ? distinct.getFirst() : new Requirement.AllOf(distinct);
  }
}
