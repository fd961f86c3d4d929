package dev.coderev.analysis.pattern;

import java.util.List;

/** A formula ready to be tried on files of one language. Immutable; safe to share. */
public final class CompiledFormula {
  private final FormulaNode root;

  CompiledFormula(FormulaNode root) {
    this.root = root;
  }

  /**
   * Every place where the formula holds, by place, each once.
   *
   * @throws DeadlineExceeded if time runs out before all are found
   */
  public List<Match> matches(FileContext context, Deadline deadline) {
    try {
      return new FormulaEvaluator(context, deadline).evaluate(root);
    } catch (PatternSyntaxProblem _) {
      return List.of();
    }
  }

  /** What the text of a file must contain for this formula to match anywhere in it. */
  public Requirement requirement() {
    return Requirements.of(root);
  }
}
