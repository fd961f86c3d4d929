package dev.coderev.analysis.pattern;

import dev.coderev.analysis.pattern.FormulaCompiler.Setting;
import dev.coderev.analysis.rule.RulePlace;

/** A way from the text of a pattern to its nodes. Safe to share. */
interface PatternReading {
  /**
   * The pattern.
   *
   * @param inside whether it stands under {@code pattern-inside}
   * @throws PatternSyntaxProblem if its language cannot read it
   */
  CodePattern read(String text, RulePlace place, Setting setting, boolean inside);
}
