package dev.coderev.review.report.fact;

/** Short names for findings and rules, made from their messages. */
public final class Titles {
  private Titles() {}

  /** The first sentence of a message, without its full stop, cut to {@code max} characters. */
  public static String of(String message, int max) {
    String line = message.strip().replaceAll("\\s+", " ");
    int end = line.length();
    for (int i = 0; i < line.length() - 1; i++) {
      char c = line.charAt(i);
      if ((c == '.' || c == '!' || c == '?')
          && line.charAt(i + 1) == ' '
          && !isAbbreviated(line, i)) {
        end = c == '.' ? i : i + 1;
        break;
      }
    }
    if (end == line.length() && line.endsWith(".")) {
      end--;
    }
    return cut(line.substring(0, end), max);
  }

  /** The text, its end replaced by an ellipsis where it is longer than {@code max} characters. */
  public static String cut(String text, int max) {
    if (text.length() <= max) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(max - 2)) ? max - 2 : max - 1;
    return text.substring(0, end).stripTrailing() + "…";
  }

  private static boolean isAbbreviated(String line, int stop) {
    return line.startsWith("e.g", stop - 3) || line.startsWith("i.e", stop - 3);
  }
}
