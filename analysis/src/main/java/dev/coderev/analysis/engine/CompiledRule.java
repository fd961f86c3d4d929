package dev.coderev.analysis.engine;

import dev.coderev.analysis.pattern.CompiledFormula;
import dev.coderev.analysis.pattern.Requirement;
import dev.coderev.analysis.rule.Rule;
import dev.coderev.analysis.taint.CompiledTaint;
import java.util.List;

/** A rule ready to be tried on files of one language. */
record CompiledRule(Rule rule, Program program) {

  /** How it finds. */
  sealed interface Program {
    record Search(CompiledFormula formula) implements Program {}

    record Taint(CompiledTaint taint) implements Program {}
  }

  /** What the text of a file must contain for the rule to find anything in it. */
  Requirement requirement() {
    return switch (program) {
      case Program.Search(CompiledFormula formula) -> formula.requirement();
      case Program.Taint(CompiledTaint taint) ->
          new Requirement.AllOf(
              List.of(anyOf(taint.sourceFormulas()), anyOf(taint.sinkFormulas())));
    };
  }

  /** What the text of a file must contain for taint to begin in it; never holds for other rules. */
  Requirement sourceRequirement() {
    return program instanceof Program.Taint(CompiledTaint taint)
        ? anyOf(taint.sourceFormulas())
        : anyOf(List.of());
  }

  /** What the text of a file must contain for taint to end in it; never holds for other rules. */
  Requirement sinkRequirement() {
    return program instanceof Program.Taint(CompiledTaint taint)
        ? anyOf(taint.sinkFormulas())
        : anyOf(List.of());
  }

  boolean isTaint() {
    return program instanceof Program.Taint;
  }

  private static Requirement anyOf(List<CompiledFormula> formulas) {
    return new Requirement.AnyOf(formulas.stream().map(CompiledFormula::requirement).toList());
  }

  /** Whether it looks at the tree of a file, not only at its text. */
  boolean needsTree() {
    return !rule.regexOnly();
  }
}
