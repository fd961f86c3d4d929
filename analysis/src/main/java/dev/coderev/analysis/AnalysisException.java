package dev.coderev.analysis;

/**
 * The base of what analysis throws: wrong rules and sources that cannot be read at all. The message
 * says what was wrong, where, and what would repair it.
 */
public abstract class AnalysisException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  protected AnalysisException(String message) {
    super(message);
  }

  protected AnalysisException(String message, Throwable cause) {
    super(message, cause);
  }
}
