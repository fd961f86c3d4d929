package dev.coderev.analysis.pattern;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The literal texts that every match of a regular expression contains. */
final class RegexLiterals {
  private static final int SHORTEST = 3;

  private RegexLiterals() {}

  static Requirement of(Pattern regex) {
    String text = regex.pattern();
    boolean blind =
        (regex.flags() & (Pattern.CASE_INSENSITIVE | Pattern.COMMENTS)) != 0
            || text.contains("(?")
            || text.contains("|")
            || text.contains("\\Q");
    if (blind) {
      return Requirement.none();
    }
    List<Requirement> found = new ArrayList<>();
    StringBuilder run = new StringBuilder();
    int depth = 0;
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      char next = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
      if (c == '(') {
        depth++;
        flush(run, found);
      } else if (c == ')') {
        depth--;
        flush(run, found);
      } else if (c == '[') {
        flush(run, found);
        i = classEnd(text, i);
        continue;
      } else if (c == '\\') {
        boolean literal = !Character.isLetterOrDigit(next);
        char after = i + 2 < text.length() ? text.charAt(i + 2) : ' ';
        if (literal && depth == 0 && !isQuantifier(after)) {
          run.append(next);
        } else {
          flush(run, found);
        }
        i += 2;
        continue;
      } else if (depth > 0 || ".^$*+?{}".indexOf(c) >= 0) {
        flush(run, found);
        if (c == '{') {
          int end = text.indexOf('}', i);
          i = end < 0 ? text.length() : end;
        }
      } else if (isQuantifier(next)) {
        flush(run, found);
      } else {
        run.append(c);
      }
      i++;
    }
    flush(run, found);
    return new Requirement.AllOf(found);
  }

  private static boolean isQuantifier(char c) {
    return c == '*' || c == '+' || c == '?' || c == '{';
  }

  private static void flush(StringBuilder run, List<Requirement> found) {
    if (run.length() >= SHORTEST) {
      found.add(new Requirement.Literal(run.toString(), false));
    }
    run.setLength(0);
  }

  private static int classEnd(String text, int open) {
    int i = open + 1;
    if (i < text.length() && text.charAt(i) == '^') {
      i++;
    }
    if (i < text.length() && text.charAt(i) == ']') {
      i++;
    }
    while (i < text.length() && text.charAt(i) != ']') {
      i += text.charAt(i) == '\\' ? 2 : 1;
    }
    return i + 1;
  }
}
