package dev.coderev.analysis.regex;

import java.util.Locale;
import java.util.Optional;

/** Reads a class of characters in brackets, and escapes that stand for characters. */
final class ClassReader {
  private static final CharSet BEYOND_ASCII = CharSet.range(0x80, CharSet.LAST);

  private final String text;
  private int at;

  /**
   * @param at behind the opening bracket, or behind a backslash
   */
  ClassReader(String text, int at) {
    this.text = text;
    this.at = at;
  }

  /** Behind what was read. */
  int end() {
    return at;
  }

  /** The class up to its closing bracket; empty where it has none, or is computed from others. */
  Optional<CharSet> set() {
    boolean negated = at < text.length() && text.charAt(at) == '^';
    at += negated ? 1 : 0;
    CharSet set = CharSet.NONE;
    boolean first = true;
    while (at < text.length()) {
      if (text.charAt(at) == ']' && !(first && text.indexOf(']', at + 1) > 0 && !ends(at + 1))) {
        at++;
        return Optional.of(negated ? set.not() : set);
      }
      first = false;
      if (text.startsWith("&&", at) || text.startsWith("--[", at)) {
        return Optional.empty();
      }
      set = set.or(member());
    }
    return Optional.empty();
  }

  /** Whether what follows an empty class is no class: a quantifier, a bracket or the end. */
  private boolean ends(int from) {
    return from >= text.length() || "*+?{)|".indexOf(text.charAt(from)) >= 0;
  }

  private CharSet member() {
    if (text.startsWith("[:", at)) {
      int end = text.indexOf(":]", at);
      if (end > 0) {
        CharSet named = posix(text.substring(at + 2, end));
        at = end + 2;
        return named;
      }
    }
    CharSet first = single();
    boolean isRange =
        at + 1 < text.length()
            && text.charAt(at) == '-'
            && text.charAt(at + 1) != ']'
            && isOne(first);
    if (!isRange) {
      return first;
    }
    int dash = at++;
    CharSet last = single();
    if (!isOne(last) || last.first() < first.first()) {
      at = dash;
      return first;
    }
    return CharSet.range(first.first(), last.first());
  }

  private static boolean isOne(CharSet set) {
    return !set.isEmpty() && set.and(CharSet.of(set.first()).not()).isEmpty();
  }

  private CharSet single() {
    if (text.charAt(at) == '\\' && at + 1 < text.length()) {
      at++;
      return text.charAt(at) == 'b' ? control('\b') : escape();
    }
    int character = text.codePointAt(at);
    at += Character.charCount(character);
    return CharSet.of(character);
  }

  private CharSet control(int character) {
    at++;
    return CharSet.of(character);
  }

  /** What stands behind a backslash. */
  CharSet escape() {
    int character = text.codePointAt(at);
    at += Character.charCount(character);
    return switch (character) {
      case 'd' -> CharSet.DIGIT;
      case 'D' -> CharSet.DIGIT.not();
      case 'w' -> CharSet.WORD;
      case 'W' -> CharSet.WORD.not();
      case 's' -> CharSet.SPACE;
      case 'S' -> CharSet.SPACE.not();
      case 'h' -> CharSet.of(' ').or(CharSet.of('\t'));
      case 'R' -> CharSet.range('\n', '\r');
      case 'N' -> CharSet.LINE_END.not();
      case 't' -> CharSet.of('\t');
      case 'n' -> CharSet.of('\n');
      case 'r' -> CharSet.of('\r');
      case 'f' -> CharSet.of('\f');
      case 'v' -> CharSet.of(0x0b);
      case 'a' -> CharSet.of(0x07);
      case 'e' -> CharSet.of(0x1b);
      case '0' -> CharSet.of(0);
      case 'x' -> CharSet.of(hexadecimal(2));
      case 'u' -> CharSet.of(hexadecimal(4));
      case 'U' -> CharSet.of(hexadecimal(8));
      case 'p' -> property();
      case 'P' -> property().not();
      default -> CharSet.of(character);
    };
  }

  private int hexadecimal(int digits) {
    int start = at;
    int end = Math.min(text.length(), at + digits);
    if (at < text.length() && text.charAt(at) == '{') {
      start++;
      end = text.indexOf('}', at);
      at = end < 0 ? text.length() : end + 1;
    } else {
      at = end;
    }
    try {
      return Math.min(
          CharSet.LAST, Integer.parseInt(text.substring(start, Math.max(start, end)), 16));
    } catch (NumberFormatException e) {
      at = start;
      return 'x';
    }
  }

  private CharSet property() {
    String name = text.substring(at, Math.min(text.length(), at + 1));
    int end = text.indexOf('}', at);
    if (name.equals("{") && end > 0) {
      name = text.substring(at + 1, end);
      at = end + 1;
    } else {
      at = Math.min(text.length(), at + 1);
    }
    return posix(name);
  }

  /** A class by its name; of characters beyond ASCII roughly. */
  private static CharSet posix(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "alpha", "l", "letter", "isalphabetic", "alphabetic" -> CharSet.LETTER.or(BEYOND_ASCII);
      case "lower", "ll" -> CharSet.range('a', 'z').or(BEYOND_ASCII);
      case "upper", "lu" -> CharSet.range('A', 'Z').or(BEYOND_ASCII);
      case "digit", "n", "nd", "isdigit" -> CharSet.DIGIT;
      case "xdigit" -> CharSet.DIGIT.or(CharSet.range('a', 'f')).or(CharSet.range('A', 'F'));
      case "alnum" -> CharSet.LETTER.or(CharSet.DIGIT);
      case "word" -> CharSet.WORD;
      case "space", "z", "zs", "iswhite_space" -> CharSet.SPACE;
      case "blank" -> CharSet.of(' ').or(CharSet.of('\t'));
      case "punct", "p", "s" -> CharSet.range('!', '~').and(CharSet.WORD.not());
      case "ascii" -> CharSet.range(0, 0x7f);
      default -> BEYOND_ASCII;
    };
  }
}
