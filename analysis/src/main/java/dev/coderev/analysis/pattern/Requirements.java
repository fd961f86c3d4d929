package dev.coderev.analysis.pattern;

import java.util.ArrayList;
import java.util.List;

/** Derives from a formula what the text of a file must contain for it to match. */
final class Requirements {
  private Requirements() {}

  static Requirement of(FormulaNode formula) {
    return switch (formula) {
      case FormulaNode.Code(LazyPattern pattern) -> pattern.requirement();
      case FormulaNode.Regex(var regex) -> RegexLiterals.of(regex);
      case FormulaNode.Inside(FormulaNode operand) -> of(operand);
      case FormulaNode.Any(List<FormulaNode> operands) -> anyOf(operands);
      case FormulaNode.All all -> {
        List<Requirement> needed = new ArrayList<>();
        for (FormulaNode positive : all.positives()) {
          needed.add(of(positive));
        }
        yield allOf(needed);
      }
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
