package dev.coderev.analysis.pattern;

/** A text that stops a regular expression running over it once the {@link Deadline} has passed. */
final class DeadlineText implements CharSequence {
  private final CharSequence text;
  private final Deadline deadline;

  DeadlineText(CharSequence text, Deadline deadline) {
    this.text = text;
    this.deadline = deadline;
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public char charAt(int index) {
    deadline.check();
    return text.charAt(index);
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return new DeadlineText(text.subSequence(start, end), deadline);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
