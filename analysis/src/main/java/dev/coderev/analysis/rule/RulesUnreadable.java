package dev.coderev.analysis.rule;

import dev.coderev.analysis.AnalysisException;

/** A file or folder of rules that is not there or cannot be read. */
public final class RulesUnreadable extends AnalysisException {
  private static final long serialVersionUID = 1L;

  public RulesUnreadable(String message) {
    super(message);
  }

  public RulesUnreadable(String message, Throwable cause) {
    super(message, cause);
  }
}
