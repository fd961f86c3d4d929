package dev.coderev.analysis.parse.descent;

/** What the escapes in quoted text stand for where they follow C, those of code points included. */
public final class BackslashEscapes {
  private BackslashEscapes() {}

  /**
   * The text that is meant. An escape that is none of the known ones stands for its own character;
   * a backslash at the end for itself.
   *
   * @param raw the text between the quotes
   */
  public static String decoded(String raw) {
    if (raw.indexOf('\\') < 0) {
      return raw;
    }
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c != '\\' || i + 1 == raw.length()) {
        out.append(c);
        continue;
      }
      char next = raw.charAt(++i);
      int digits = next == 'u' ? 4 : next == 'U' ? 8 : 0;
      int point = digits == 0 ? -1 : codePoint(raw, i + 1, digits);
      if (point >= 0) {
        out.appendCodePoint(point);
        i += digits;
      } else {
        out.append(named(next));
      }
    }
    return out.toString();
  }

  /** The character of so many hexadecimal digits, or -1. */
  private static int codePoint(String raw, int from, int digits) {
    if (from + digits > raw.length()) {
      return -1;
    }
    int point = 0;
    for (int i = from; i < from + digits; i++) {
      int digit = Character.digit(raw.charAt(i), 16);
      if (digit < 0 || point > Character.MAX_CODE_POINT) {
        return -1;
      }
      point = point * 16 + digit;
    }
    return Character.isValidCodePoint(point) ? point : -1;
  }

  private static char named(char escape) {
    return switch (escape) {
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'b' -> '\b';
      case 'f' -> '\f';
      default -> escape;
    };
  }
}
