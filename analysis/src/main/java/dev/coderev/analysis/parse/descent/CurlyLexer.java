package dev.coderev.analysis.parse.descent;

import dev.coderev.analysis.source.TextRange;
import java.util.ArrayList;
import java.util.List;

/** Cuts a text in the manner of C into tokens: two kinds of comments, two kinds of quotes. */
public final class CurlyLexer {
  private final String text;
  private final List<String> signs;
  private final List<TextRange> comments;
  private final List<Token> tokens = new ArrayList<>();
  private int at;
  private boolean broken;

  private CurlyLexer(String text, List<String> signs, List<TextRange> comments) {
    this.text = text;
    this.signs = signs;
    this.comments = comments;
  }

  /**
   * @param signs of more than one character, the longer before the shorter
   * @param comments where to put the places of comments
   */
  public static List<Token> tokens(String text, List<String> signs, List<TextRange> comments) {
    CurlyLexer lexer = new CurlyLexer(text, signs, comments);
    lexer.run();
    return lexer.tokens;
  }

  private void run() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (Character.isWhitespace(c) || c == '\uFEFF') {
        broken |= c == '\n';
        at++;
      } else if (text.startsWith("//", at)) {
        int line = text.indexOf('\n', at);
        comment(line < 0 ? text.length() : line);
      } else if (text.startsWith("/*", at)) {
        int close = text.indexOf("*/", at + 2);
        comment(close < 0 ? text.length() : close + 2);
      } else if (c == '"' || c == '\'') {
        add(TokenType.STRING, stringEnd(c));
      } else if (Character.isDigit(c)) {
        add(TokenType.NUMBER, run(at + 1, true));
      } else if (isNameStart(c)) {
        add(TokenType.WORD, run(at + 1, false));
      } else {
        add(TokenType.SIGN, at + sign());
      }
    }
    tokens.add(new Token(TokenType.END, "", text.length(), text.length(), broken));
  }

  private static boolean isNameStart(char c) {
    return Character.isLetter(c) || c == '_' || c == '$';
  }

  private int run(int from, boolean number) {
    int to = from;
    while (to < text.length()) {
      char c = text.charAt(to);
      boolean fraction =
          number && c == '.' && to + 1 < text.length() && Character.isDigit(text.charAt(to + 1));
      boolean exponent =
          number && (c == '-' || c == '+') && (text.charAt(to - 1) | 0x20) == 'e' && isDecimal(to);
      if (!Character.isLetterOrDigit(c) && c != '_' && c != '$' && !fraction && !exponent) {
        break;
      }
      to++;
    }
    return to;
  }

  private boolean isDecimal(int end) {
    return !text.startsWith("0x", at)
        && end + 1 < text.length()
        && Character.isDigit(text.charAt(end + 1));
  }

  private int stringEnd(char quote) {
    int i = at + 1;
    while (i < text.length() && text.charAt(i) != quote && text.charAt(i) != '\n') {
      i += text.charAt(i) == '\\' ? 2 : 1;
    }
    return i < text.length() && text.charAt(i) == quote ? i + 1 : i;
  }

  private int sign() {
    for (String sign : signs) {
      if (text.startsWith(sign, at)) {
        return sign.length();
      }
    }
    return Character.charCount(text.codePointAt(at));
  }

  private void comment(int to) {
    comments.add(new TextRange(at, to));
    broken |= text.substring(at, to).indexOf('\n') >= 0;
    at = to;
  }

  private void add(TokenType type, int to) {
    int end = Math.min(to, text.length());
    tokens.add(new Token(type, text.substring(at, end), at, end, broken));
    broken = false;
    at = end;
  }
}
