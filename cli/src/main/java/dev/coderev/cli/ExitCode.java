package dev.coderev.cli;

/** What the process says when it ends. */
final class ExitCode {
  /** Nothing at or above {@code --fail-on}. */
  static final int CLEAN = 0;

  /** Findings at or above {@code --fail-on}. */
  static final int FINDINGS = 1;

  /** Wrong usage, configuration or input, or an internal failure. */
  static final int FAILURE = 2;

  /** No file to analyse. */
  static final int NOTHING_TO_ANALYSE = 3;

  private ExitCode() {}
}
