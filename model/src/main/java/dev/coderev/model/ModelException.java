package dev.coderev.model;

/**
 * The base of what this library throws: its message says what was wrong, where, and what repairs
 * it.
 */
public class ModelException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public ModelException(String message) {
    super(message);
  }

  public ModelException(String message, Throwable cause) {
    super(message, cause);
  }
}
