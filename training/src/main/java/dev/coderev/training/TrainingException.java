package dev.coderev.training;

/**
 * The base of what this library throws: its message says what was wrong, where, and what repairs
 * it.
 */
public class TrainingException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public TrainingException(String message) {
    super(message);
  }

  public TrainingException(String message, Throwable cause) {
    super(message, cause);
  }
}
