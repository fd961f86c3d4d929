package dev.coderev.analysis.rule;

/** Something wrong in a rule file, and where. */
public record RuleProblem(RulePlace place, String message) implements Comparable<RuleProblem> {
  @Override
  public int compareTo(RuleProblem other) {
    int byFile = place.file().compareTo(other.place.file());
    if (byFile != 0) {
      return byFile;
    }
    int byLine = Integer.compare(place.line(), other.place.line());
    return byLine != 0 ? byLine : Integer.compare(place.column(), other.place.column());
  }

  @Override
  public String toString() {
    return place + ": " + message;
  }
}
