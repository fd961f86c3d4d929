package dev.coderev.analysis.pattern;

/**
 * The text of a pattern, asked about what surrounds a place in it.
 *
 * @param text as written
 */
record PatternText(String text) {
  /** The last character before {@code position} that is no white space, or 0. */
  char before(int position) {
    int i = position - 1;
    while (i >= 0 && Character.isWhitespace(text.charAt(i))) {
      i--;
    }
    return i < 0 ? 0 : text.charAt(i);
  }

  /** The word that ends at {@code position}, white space aside, or nothing. */
  String wordBefore(int position) {
    int end = position;
    while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    int start = end;
    while (start > 0
        && (Character.isLetterOrDigit(text.charAt(start - 1)) || text.charAt(start - 1) == '_')) {
      start--;
    }
    return text.substring(start, end);
  }

  /** Whether {@code wanted} comes next on the line. */
  boolean nextIs(int from, char wanted) {
    int i = from;
    while (i < text.length()
        && (text.charAt(i) == ' ' || text.charAt(i) == '\t' || text.charAt(i) == '\r')) {
      i++;
    }
    return i < text.length() && text.charAt(i) == wanted;
  }

  /** Where the parenthesis closes that opens at {@code open}, or -1. */
  int closing(int open) {
    int depth = 0;
    for (int i = open; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '(') {
        depth++;
      } else if (c == ')' && --depth == 0) {
        return i;
      }
    }
    return -1;
  }

  /** Whether the bracket at {@code open} holds pairs. */
  boolean hasColon(int open) {
    int depth = 0;
    for (int i = open; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '(' || c == '[' || c == '{') {
        depth++;
      } else if (c == ')' || c == ']' || c == '}') {
        if (--depth == 0) {
          return false;
        }
      } else if (depth == 1 && (c == ':' || text.startsWith("=>", i))) {
        return true;
      }
    }
    return false;
  }
}
