package dev.coderev.analysis.rule;

/**
 * Where in a rule file something stands.
 *
 * @param file as the user named it
 * @param line 1-based
 */
public record RulePlace(String file, int line, int column) {
  @Override
  public String toString() {
    return file + ":" + line + ":" + column;
  }
}
