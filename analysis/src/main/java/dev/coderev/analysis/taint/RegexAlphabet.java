package dev.coderev.analysis.taint;

import java.util.BitSet;

/**
 * The characters that a text can have which a regular expression matches as a whole: more rather
 * than fewer. Of characters beyond ASCII only one stands for all.
 */
final class RegexAlphabet {
  private static final int OTHER = 128;

  private final String regex;
  private final BitSet found = new BitSet();
  private int at;
  private boolean understood = true;

  private RegexAlphabet(String regex) {
    this.regex = regex;
  }

  /**
   * Whether a text that passes the check can hold none of the forbidden characters.
   *
   * @param whole whether the check is on the whole text even where the expression has no anchors
   */
  static boolean excludes(String regex, String forbidden, boolean whole) {
    String inner = regex;
    boolean starts = inner.startsWith("^") || inner.startsWith("\\A");
    boolean ends =
        (inner.endsWith("$") && !inner.endsWith("\\$"))
            || inner.endsWith("\\z")
            || inner.endsWith("\\Z");
    if (starts) {
      inner = inner.substring(inner.startsWith("^") ? 1 : 2);
    }
    if (ends && !inner.isEmpty()) {
      inner = inner.substring(0, inner.length() - (inner.endsWith("$") ? 1 : 2));
    }
    if (!whole && (!starts || !ends)) {
      return false;
    }
    RegexAlphabet alphabet = new RegexAlphabet(inner);
    boolean alternatives = alphabet.read();
    if (!alphabet.understood || (alternatives && !whole)) {
      return false;
    }
    return forbidden.chars().noneMatch(c -> alphabet.found.get(Math.min(c, OTHER)));
  }

  /** Reads all; true where alternatives stand outside of any group. */
  private boolean read() {
    int depth = 0;
    boolean alternatives = false;
    while (at < regex.length() && understood) {
      char c = regex.charAt(at++);
      switch (c) {
        case '(' -> {
          depth++;
          group();
        }
        case ')' -> depth--;
        case '|' -> alternatives |= depth == 0;
        case '[' -> found.or(characters());
        case '{' -> at = Math.max(at, regex.indexOf('}', at) + 1);
        case '.' -> found.set(0, OTHER + 1);
        case '\\' -> found.or(escape());
        case '*', '+', '?', '^', '$' -> {}
        default -> add(found, c);
      }
    }
    understood &= depth == 0;
    return alternatives;
  }

  private void group() {
    if (at < regex.length() && regex.charAt(at) == '?') {
      at++;
      if (regex.startsWith(":", at)) {
        at++;
      } else if (regex.startsWith("i:", at)) {
        at += 2;
      } else if (regex.startsWith("i)", at)) {
        at++;
      } else {
        understood = false;
      }
    }
  }

  private static void add(BitSet set, char c) {
    set.set(Math.min(c, OTHER));
  }

  private BitSet characters() {
    BitSet set = new BitSet();
    boolean not = at < regex.length() && regex.charAt(at) == '^';
    if (not) {
      at++;
    }
    boolean first = true;
    while (at < regex.length() && (first || regex.charAt(at) != ']')) {
      first = false;
      char c = regex.charAt(at++);
      if (c == '[') {
        posix(set);
      } else if (c == '\\') {
        set.or(escape());
      } else if (at + 1 < regex.length()
          && regex.charAt(at) == '-'
          && regex.charAt(at + 1) != ']') {
        char end = regex.charAt(at + 1);
        at += 2;
        understood &= end != '\\' && end >= c;
        for (int i = c; i <= end && i <= OTHER; i++) {
          set.set(i);
        }
      } else if (c == '&' && regex.startsWith("&", at)) {
        understood = false;
      } else {
        add(set, c);
      }
    }
    understood &= at < regex.length();
    at++;
    if (not) {
      set.flip(0, OTHER + 1);
    }
    return set;
  }

  private void posix(BitSet set) {
    int end = regex.indexOf(":]", at);
    String name = end < 0 || !regex.startsWith(":", at) ? "" : regex.substring(at + 1, end);
    switch (name) {
      case "alpha", "lower", "upper" -> letters(set);
      case "digit", "xdigit", "alnum", "word" -> {
        letters(set);
        set.set('0', '9' + 1);
        set.set('_');
      }
      default -> understood = false;
    }
    at = end < 0 ? at : end + 2;
  }

  private static void letters(BitSet set) {
    set.set('a', 'z' + 1);
    set.set('A', 'Z' + 1);
    set.set(OTHER);
  }

  private BitSet escape() {
    BitSet set = new BitSet();
    if (at >= regex.length()) {
      understood = false;
      return set;
    }
    char c = regex.charAt(at++);
    switch (c) {
      case 'd' -> set.set('0', '9' + 1);
      case 'w' -> {
        letters(set);
        set.set('0', '9' + 1);
        set.set('_');
      }
      case 's' -> " \t\r\n\f\u000b".chars().forEach(set::set);
      case 'n' -> set.set('\n');
      case 'r' -> set.set('\r');
      case 't' -> set.set('\t');
      case 'p' -> property(set);
      case 'b', 'A', 'z', 'Z' -> {}
      default -> {
        understood &= !Character.isLetterOrDigit(c);
        add(set, c);
      }
    }
    return set;
  }

  private void property(BitSet set) {
    int end = regex.indexOf('}', at);
    String name = regex.startsWith("{", at) && end > 0 ? regex.substring(at + 1, end) : "";
    switch (name) {
      case "L", "Alpha", "Lower", "Upper", "IsAlphabetic", "Lu", "Ll" -> letters(set);
      case "N", "Nd", "Digit", "IsDigit" -> {
        set.set('0', '9' + 1);
        set.set(OTHER);
      }
      case "Alnum" -> {
        letters(set);
        set.set('0', '9' + 1);
      }
      default -> understood = false;
    }
    at = end < 0 ? at : end + 1;
  }
}
