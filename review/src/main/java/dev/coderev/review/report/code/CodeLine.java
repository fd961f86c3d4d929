package dev.coderev.review.report.code;

/**
 * A line of code in an excerpt, with the stretch of it that is meant.
 *
 * @param number 1-based
 * @param from first marked UTF-16 unit; equal to {@code to} where nothing is marked
 * @param to one past the last marked unit
 */
public record CodeLine(int number, String text, int from, int to) {
  public CodeLine {
    if (from < 0 || to < from || to > text.length()) {
      throw new IllegalArgumentException("not within the line: " + from + ".." + to);
    }
  }

  public boolean isMarked() {
    return from < to;
  }

  public String before() {
    return text.substring(0, from);
  }

  public String marked() {
    return text.substring(from, to);
  }

  public String after() {
    return text.substring(to);
  }
}
