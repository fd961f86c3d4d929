package dev.coderev.review.report.fact;

/** Short names for findings and rules, made from their messages. */
public final class Titles {
  private Titles() {}

  /** The first sentence of a message, without its full stop, cut to {@code max} characters. */
  public static String of(String message, int max) {
    String line = onOneLine(message);
    String sentence = line.substring(0, firstEnd(line));
    return cut(
        sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence, max);
  }

  /** What a message says after its title; all of it where the title is cut. */
  public static String rest(String message, int max) {
    String line = onOneLine(message);
    int end = firstEnd(line);
    return end - 1 > max ? message.strip() : line.substring(end).strip();
  }

  /** The text, its end replaced by an ellipsis where it is longer than {@code max} characters. */
  public static String cut(String text, int max) {
    if (text.length() <= max) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(max - 2)) ? max - 2 : max - 1;
    return text.substring(0, end).stripTrailing() + "…";
  }

  private static String onOneLine(String message) {
    return message.strip().replaceAll("\\s+", " ");
  }

  /** One past the mark that ends the first sentence. */
  private static int firstEnd(String line) {
    for (int i = 0; i < line.length() - 1; i++) {
      char c = line.charAt(i);
      boolean ends = (c == '.' || c == '!' || c == '?') && line.charAt(i + 1) == ' ';
      if (ends && !isAbbreviation(line, i)) {
        return i + 1;
      }
    }
    return line.length();
  }

  private static boolean isAbbreviation(String line, int stop) {
    return line.startsWith("e.g", stop - 3) || line.startsWith("i.e", stop - 3);
  }
}
