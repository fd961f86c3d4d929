package dev.coderev.analysis.parse.javac;

import dev.coderev.analysis.tree.TreeBuilder;

/** Finds what javac's trees do not place: names, brackets, keywords and comments. */
final class JavaText {
  private final String text;

  JavaText(String text) {
    this.text = text;
  }

  int length() {
    return text.length();
  }

  String slice(int start, int end) {
    return text.substring(start, end);
  }

  /**
   * Where the word stands at or after {@code from}, or {@code from} if it is not before the end.
   */
  int word(String word, int from, int end) {
    int at = text.indexOf(word, from);
    while (at >= 0 && at + word.length() <= end) {
      boolean beginsHere = at == 0 || !Character.isJavaIdentifierPart(text.charAt(at - 1));
      int after = at + word.length();
      boolean endsHere =
          after == text.length() || !Character.isJavaIdentifierPart(text.charAt(after));
      if (beginsHere && endsHere) {
        return at;
      }
      at = text.indexOf(word, at + 1);
    }
    return from;
  }

  boolean hasWord(String word, int at) {
    return text.startsWith(word, at) && word(word, at, at + word.length()) == at;
  }

  /** Where {@code c} stands at or after {@code from} outside comments, or {@code from}. */
  int symbol(char c, int from) {
    int at = from;
    while (at < text.length()) {
      char here = text.charAt(at);
      if (here == c) {
        return at;
      }
      at = here == '/' ? Math.max(at + 1, commentEnd(at)) : at + 1;
    }
    return from;
  }

  /** One past the {@code )} that closes the {@code (} at {@code open}. */
  int closing(int open) {
    int depth = 0;
    int at = open;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '"' || c == '\'') {
        at = literalEnd(at);
        continue;
      }
      if (c == '/' && commentEnd(at) > at) {
        at = commentEnd(at);
        continue;
      }
      if (c == '(') {
        depth++;
      } else if (c == ')' && --depth == 0) {
        return at + 1;
      }
      at++;
    }
    return text.length();
  }

  /** Tells the builder every comment, in order. */
  void comments(TreeBuilder builder) {
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '"' || c == '\'') {
        at = literalEnd(at);
      } else if (c == '/') {
        int end = commentEnd(at);
        if (end > at) {
          builder.comment(at, end);
          at = end;
        } else {
          at++;
        }
      } else {
        at++;
      }
    }
  }

  /** One past the comment that begins at {@code at}, or {@code at} if none does. */
  private int commentEnd(int at) {
    if (text.startsWith("//", at)) {
      int end = at;
      while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
        end++;
      }
      return end;
    }
    if (text.startsWith("/*", at)) {
      int end = text.indexOf("*/", at + 2);
      return end < 0 ? text.length() : end + 2;
    }
    return at;
  }

  private int literalEnd(int at) {
    if (text.startsWith("\"\"\"", at)) {
      int end = at + 3;
      while (end < text.length() && !text.startsWith("\"\"\"", end)) {
        end += text.charAt(end) == '\\' ? 2 : 1;
      }
      return Math.min(end + 3, text.length());
    }
    char quote = text.charAt(at);
    int end = at + 1;
    while (end < text.length() && text.charAt(end) != quote && text.charAt(end) != '\n') {
      end += text.charAt(end) == '\\' ? 2 : 1;
    }
    return Math.min(end + 1, text.length());
  }
}
