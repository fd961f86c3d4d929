package dev.coderev.analysis.ruletest;

/**
 * A file of code to try rules on.
 *
 * @param name with its folder, as reports show it
 */
public record Fixture(String name, String text) {
  /** The file name without folders. */
  String fileName() {
    return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
  }

  /** Whether it shows what another fixture looks like after the fixes: {@code x.fixed.py}. */
  boolean isExpectation() {
    return fileName().contains(".fixed.");
  }
}
