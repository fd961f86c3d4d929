package dev.coderev.review;

/**
 * The base of what a review throws: wrong usage, configuration or input. The message is one line
 * that says what was wrong, where, and what would repair it.
 */
public class ReviewException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ReviewException(String message) {
    super(message);
  }

  public ReviewException(String message, Throwable cause) {
    super(message, cause);
  }
}
