package dev.coderev.analysis.parse.javac;

import dev.coderev.analysis.tree.TreeBuilder;
import java.nio.CharBuffer;
import java.util.Arrays;

/** Finds what javac's trees do not place: names, brackets, keywords and comments. */
final class JavaText {
  private final String text;

  /** Where comments begin and end, in turns. */
  private final int[] comments;

  JavaText(String text) {
    this.text = text;
    this.comments = findComments();
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

  boolean has(String part, int at) {
    return text.startsWith(part, at);
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

  /**
   * The text with doc comments made plain ones at the same places: javac would read them for tags
   * that no tree shows.
   */
  CharBuffer withoutDocComments() {
    // One more than needed, because javac copies a full array to end it with a sign of its own.
    char[] plain = new char[text.length() + 1];
    text.getChars(0, text.length(), plain, 0);
    boolean escapes = text.contains("\\u");
    for (int i = 0; i < comments.length && !escapes; i += 2) {
      int third = comments[i] + 2;
      boolean empty = comments[i + 1] - comments[i] <= 4;
      if (!empty && plain[third] == plain[third - 1]) {
        plain[third] = ' ';
      }
    }
    return CharBuffer.wrap(plain, 0, text.length());
  }

  /** Tells the builder every comment, in order. */
  void comments(TreeBuilder builder) {
    for (int i = 0; i < comments.length; i += 2) {
      builder.comment(comments[i], comments[i + 1]);
    }
  }

  private int[] findComments() {
    int[] found = new int[64];
    int count = 0;
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '"' || c == '\'') {
        at = literalEnd(at);
      } else if (c == '/') {
        int end = commentEnd(at);
        if (end > at) {
          if (count == found.length) {
            found = Arrays.copyOf(found, 2 * count);
          }
          found[count++] = at;
          found[count++] = end;
          at = end;
        } else {
          at++;
        }
      } else {
        at++;
      }
    }
    return Arrays.copyOf(found, count);
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
