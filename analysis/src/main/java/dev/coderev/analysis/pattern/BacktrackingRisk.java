package dev.coderev.analysis.pattern;

/**
 * Whether matching a regular expression can take exponential time: a repetition whose body can
 * itself repeat, followed by something that can fail, as in {@code (a+)+b}.
 */
final class BacktrackingRisk {
  private BacktrackingRisk() {}

  static boolean isPresent(String regex) {
    int[] opens = new int[Math.max(1, regex.length())];
    boolean[] variable = new boolean[Math.max(1, regex.length())];
    int depth = 0;
    int i = 0;
    while (i < regex.length()) {
      char c = regex.charAt(i);
      if (c == '\\') {
        i += 2;
        if (quantifierAt(regex, i) && depth > 0) {
          variable[depth - 1] = true;
        }
        continue;
      }
      if (c == '[') {
        i = classEnd(regex, i);
        if (quantifierAt(regex, i) && depth > 0) {
          variable[depth - 1] = true;
        }
        continue;
      }
      if (c == '(') {
        opens[depth] = i;
        variable[depth] = false;
        depth++;
      } else if (c == ')' && depth > 0) {
        depth--;
        boolean repeats = unboundedAt(regex, i + 1);
        if (repeats && variable[depth] && canFail(regex, i + 2)) {
          return true;
        }
        if (depth > 0) {
          variable[depth - 1] |= variable[depth] || quantifierAt(regex, i + 1);
        }
      } else if (depth > 0 && quantifierAt(regex, i + 1) && !isQuantifier(c)) {
        variable[depth - 1] = true;
      }
      i++;
    }
    return false;
  }

  private static boolean isQuantifier(char c) {
    return c == '*' || c == '+' || c == '?' || c == '{' || c == '}';
  }

  private static boolean quantifierAt(String regex, int at) {
    if (at >= regex.length()) {
      return false;
    }
    char c = regex.charAt(at);
    boolean possessive = at + 1 < regex.length() && regex.charAt(at + 1) == '+';
    if (possessive) {
      return false;
    }
    return c == '*' || c == '+' || (c == '{' && regex.indexOf(',', at) > at);
  }

  private static boolean unboundedAt(String regex, int at) {
    if (at >= regex.length()) {
      return false;
    }
    char c = regex.charAt(at);
    boolean possessive = at + 1 < regex.length() && regex.charAt(at + 1) == '+';
    if (c == '{') {
      int end = regex.indexOf('}', at);
      return end > 0 && regex.substring(at, end).matches("\\{\\d*,(?:\\d{2,}|[4-9])?");
    }
    return (c == '*' || c == '+') && !possessive;
  }

  private static boolean canFail(String regex, int from) {
    for (int i = from; i < regex.length(); i++) {
      char c = regex.charAt(i);
      if (c != ')' && c != '?' && c != '*' && c != '}' && !Character.isDigit(c)) {
        return true;
      }
    }
    return false;
  }

  private static int classEnd(String regex, int open) {
    int i = open + 1;
    if (i < regex.length() && regex.charAt(i) == '^') {
      i++;
    }
    if (i < regex.length() && regex.charAt(i) == ']') {
      i++;
    }
    while (i < regex.length() && regex.charAt(i) != ']') {
      i += regex.charAt(i) == '\\' ? 2 : 1;
    }
    return i + 1;
  }
}
