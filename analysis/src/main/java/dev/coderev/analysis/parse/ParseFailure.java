package dev.coderev.analysis.parse;

import dev.coderev.analysis.AnalysisException;

/** A text of which no tree at all could be made. */
public final class ParseFailure extends AnalysisException {
  private static final long serialVersionUID = 1L;

  public ParseFailure(String message) {
    super(message);
  }

  public ParseFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
