package dev.coderev.analysis.rule;

/** A sound rule that cannot run here, and why. */
public record RuleNote(String ruleId, RulePlace place, String message) {
  @Override
  public String toString() {
    return place + ": rule '" + ruleId + "' is not run: " + message;
  }
}
