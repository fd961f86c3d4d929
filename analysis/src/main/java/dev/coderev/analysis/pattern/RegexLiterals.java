package dev.coderev.analysis.pattern;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The literal texts that every match of a regular expression contains: those of a sequence all,
 * those of alternatives one by one. What is optional, repeated from zero, looked ahead for or read
 * without letter case requires nothing.
 */
final class RegexLiterals {
  private static final int SHORTEST = 3;

  private final String text;
  private int at;

  private RegexLiterals(String text) {
    this.text = text;
  }

  static Requirement of(Pattern regex) {
    String text = regex.pattern();
    boolean blind =
        (regex.flags() & (Pattern.CASE_INSENSITIVE | Pattern.COMMENTS)) != 0
            || text.contains("\\Q")
            || text.contains("(?x");
    if (blind) {
      return Requirement.none();
    }
    return (regex.flags() & Pattern.LITERAL) != 0
        ? new Requirement.Literal(text, false)
        : new RegexLiterals(text).alternatives();
  }

  private Requirement alternatives() {
    List<Requirement> branches = new ArrayList<>();
    branches.add(sequence());
    while (at < text.length() && text.charAt(at) == '|') {
      at++;
      branches.add(sequence());
    }
    if (branches.size() == 1) {
      return branches.getFirst();
    }
    return branches.stream().anyMatch(Requirement::isTrivial)
        ? Requirement.none()
        : new Requirement.AnyOf(branches);
  }

  /** Reads up to the next {@code |}, the closing parenthesis, or the end. */
  private Requirement sequence() {
    List<Requirement> found = new ArrayList<>();
    StringBuilder run = new StringBuilder();
    boolean exact = true;
    while (at < text.length() && text.charAt(at) != '|' && text.charAt(at) != ')') {
      char c = text.charAt(at);
      if (c == '(') {
        flush(run, found);
        if (isFlag()) {
          exact = false;
          at = text.indexOf(')', at) + 1;
        } else {
          Requirement inner = group();
          if (repeats() > 0 && exact) {
            found.add(inner);
          }
        }
      } else {
        int literal = atom(c);
        int times = repeats();
        if (literal >= 0 && times > 0 && exact) {
          run.append((char) literal);
        }
        if (literal < 0 || times != 1) {
          flush(run, found);
        }
      }
    }
    flush(run, found);
    return new Requirement.AllOf(found);
  }

  /** Whether {@code (?i)} and the like begin here, which concern the rest of the sequence. */
  private boolean isFlag() {
    int i = at + 1;
    if (!text.startsWith("?", i)) {
      return false;
    }
    i++;
    while (i < text.length() && (Character.isLetter(text.charAt(i)) || text.charAt(i) == '-')) {
      i++;
    }
    return text.startsWith(")", i);
  }

  private Requirement group() {
    at++;
    boolean counts = true;
    if (text.startsWith("?", at)) {
      int name = at + 2;
      if (text.startsWith("?:", at) || text.startsWith("?>", at)) {
        at += 2;
      } else if (name < text.length()
          && text.charAt(name - 1) == '<'
          && text.charAt(name) != '='
          && text.charAt(name) != '!') {
        at = text.indexOf('>', at) + 1;
      } else {
        counts = false;
        while (at < text.length() && ":=!".indexOf(text.charAt(at)) < 0) {
          at++;
        }
        at++;
      }
    }
    Requirement inner = alternatives();
    at++;
    return counts ? inner : Requirement.none();
  }

  /** Steps over one character, class or escape; gives the character if it is exactly one. */
  private int atom(char c) {
    at++;
    return switch (c) {
      case '.', '^', '$' -> -1;
      case '[' -> {
        skipClass();
        yield -1;
      }
      case '\\' -> escape();
      default -> c;
    };
  }

  private int escape() {
    if (at >= text.length()) {
      return -1;
    }
    char next = text.charAt(at++);
    if (!Character.isLetterOrDigit(next)) {
      return next;
    }
    if (at < text.length() && (text.charAt(at) == '{' || next == 'k')) {
      int end = text.indexOf(text.charAt(at) == '{' ? '}' : '>', at);
      at = end < 0 ? text.length() : end + 1;
    } else if (next == 'x' || next == 'u') {
      at = Math.min(text.length(), at + (next == 'x' ? 2 : 4));
    } else if (next == 'c' || next == '0') {
      at = Math.min(text.length(), at + 1);
    }
    return -1;
  }

  private void skipClass() {
    int depth = 1;
    if (text.startsWith("^", at)) {
      at++;
    }
    if (text.startsWith("]", at)) {
      at++;
    }
    while (at < text.length() && depth > 0) {
      char c = text.charAt(at);
      if (c == '\\') {
        at++;
      } else if (c == '[') {
        depth++;
      } else if (c == ']') {
        depth--;
      }
      at++;
    }
  }

  /** Steps over a quantifier: 0 when the atom may be missing, 1 without one, 2 when repeated. */
  private int repeats() {
    if (at >= text.length()) {
      return 1;
    }
    char c = text.charAt(at);
    int times;
    if (c == '?' || c == '*') {
      times = 0;
      at++;
    } else if (c == '+') {
      times = 2;
      at++;
    } else if (c == '{' && text.indexOf('}', at) > 0) {
      times = text.startsWith("{0", at) || text.startsWith("{,", at) ? 0 : 2;
      at = text.indexOf('}', at) + 1;
    } else {
      return 1;
    }
    if (at < text.length() && (text.charAt(at) == '?' || text.charAt(at) == '+')) {
      at++;
    }
    return times;
  }

  private static void flush(StringBuilder run, List<Requirement> found) {
    if (run.length() >= SHORTEST) {
      found.add(new Requirement.Literal(run.toString(), false));
    }
    run.setLength(0);
  }
}
