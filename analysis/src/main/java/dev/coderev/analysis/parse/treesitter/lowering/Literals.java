package dev.coderev.analysis.parse.treesitter.lowering;

import java.util.Locale;

/** The values of literals as they are written in most languages. */
public final class Literals {
  private Literals() {}

  /** Lower case, without digit separators and without a type suffix. */
  public static String number(String written) {
    StringBuilder digits = new StringBuilder(written.length());
    for (int i = 0; i < written.length(); i++) {
      char c = written.charAt(i);
      if (c != '_' && c != '\'') {
        digits.append(c);
      }
    }
    String number = digits.toString().toLowerCase(Locale.ROOT);
    int end = number.length();
    boolean hexadecimal = number.startsWith("0x");
    int sized = sizedSuffix(number, hexadecimal);
    if (sized > 0) {
      end = sized;
    } else {
      String suffixes = hexadecimal ? "uln" : "ulfdjnmi";
      while (end > 1 && suffixes.indexOf(number.charAt(end - 1)) >= 0) {
        end--;
      }
    }
    return number.substring(0, end);
  }

  /** Where a suffix such as {@code u8}, {@code i64}, {@code usize} or {@code f32} begins, or 0. */
  private static int sizedSuffix(String number, boolean hexadecimal) {
    int at = number.length();
    if (number.endsWith("size")) {
      at -= 4;
    } else {
      while (at > 1 && Character.isDigit(number.charAt(at - 1))) {
        at--;
      }
      String size = number.substring(at);
      if (!size.equals("8")
          && !size.equals("16")
          && !size.equals("32")
          && !size.equals("64")
          && !size.equals("128")) {
        return 0;
      }
    }
    String markers = hexadecimal ? "iu" : "iuf";
    return at > 1 && markers.indexOf(number.charAt(at - 1)) >= 0 ? at - 1 : 0;
  }

  /**
   * The text with backslash escapes decoded.
   *
   * @param keepsUnknown whether the backslash of an unknown escape stays, as in Python and PHP
   */
  public static String unescape(String written, boolean keepsUnknown) {
    int next = written.indexOf('\\');
    if (next < 0) {
      return written;
    }
    StringBuilder out = new StringBuilder(written.length());
    int at = 0;
    while (next >= 0 && next + 1 < written.length()) {
      out.append(written, at, next);
      at = escape(written, next + 1, keepsUnknown, out);
      next = written.indexOf('\\', at);
    }
    return out.append(written, at, written.length()).toString();
  }

  /** Decodes the escape whose character after the backslash is at {@code at}; where it ends. */
  private static int escape(String text, int at, boolean keepsUnknown, StringBuilder out) {
    char c = text.charAt(at);
    switch (c) {
      case 'n' -> out.append('\n');
      case 't' -> out.append('\t');
      case 'r' -> out.append('\r');
      case 'b' -> out.append('\b');
      case 'f' -> out.append('\f');
      case 'v' -> out.append('\u000B');
      case 'a' -> out.append('\u0007');
      case 'e' -> out.append('\u001B');
      case '\\', '\'', '"', '`', '$', '/' -> out.append(c);
      case '\n' -> {}
      case '\r' -> {
        return at + 1 < text.length() && text.charAt(at + 1) == '\n' ? at + 2 : at + 1;
      }
      case 'x' -> {
        return coded(text, at, 16, 2, out);
      }
      case 'u' -> {
        return coded(text, at, 16, 4, out);
      }
      case 'U' -> {
        return coded(text, at, 16, 8, out);
      }
      case '0', '1', '2', '3', '4', '5', '6', '7' -> {
        return coded(text, at - 1, 8, 3, out);
      }
      default -> {
        if (keepsUnknown) {
          out.append('\\');
        }
        out.append(c);
      }
    }
    return at + 1;
  }

  /** A character by number, the digits after {@code at}, or in braces there. */
  private static int coded(String text, int at, int radix, int mostDigits, StringBuilder out) {
    int begin = at + 1;
    int end = begin;
    int code = 0;
    boolean braces = begin < text.length() && text.charAt(begin) == '{';
    if (braces) {
      begin++;
      end++;
    }
    int most = braces ? begin + 8 : begin + mostDigits;
    while (end < text.length() && end < most && Character.digit(text.charAt(end), radix) >= 0) {
      code = code * radix + Character.digit(text.charAt(end), radix);
      end++;
    }
    boolean whole = end > begin && Character.isValidCodePoint(code);
    if (!whole) {
      out.append(text, at, begin);
      return begin;
    }
    out.appendCodePoint(code);
    return braces && end < text.length() && text.charAt(end) == '}' ? end + 1 : end;
  }
}
