package dev.coderev.analysis.rule;

/** How a rule finds. */
public sealed interface RuleMode {
  /** Every match of the formula is a finding. */
  record Search(Formula formula) implements RuleMode {}

  /** Every flow from a source to a sink is a finding at the sink. */
  record Taint(TaintSpec spec) implements RuleMode {}
}
