package dev.coderev.analysis.parse.json;

import dev.coderev.analysis.parse.descent.BackslashEscapes;
import dev.coderev.analysis.parse.descent.Token;
import dev.coderev.analysis.parse.descent.TokenType;
import dev.coderev.analysis.source.TextRange;
import java.util.ArrayList;
import java.util.List;

/** Cuts JSON into tokens. */
final class JsonLexer {
  private final String text;
  private final List<TextRange> comments;
  private final List<Token> tokens = new ArrayList<>();
  private int at;
  private boolean broken;

  private JsonLexer(String text, List<TextRange> comments) {
    this.text = text;
    this.comments = comments;
  }

  static List<Token> tokens(String text, List<TextRange> comments) {
    JsonLexer lexer = new JsonLexer(text, comments);
    lexer.run();
    return lexer.tokens;
  }

  private void run() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (Character.isWhitespace(c) || c == '\uFEFF') {
        broken |= c == '\n';
        at++;
      } else if (text.startsWith("//", at) || c == '#') {
        int line = text.indexOf('\n', at);
        comment(line < 0 ? text.length() : line);
      } else if (text.startsWith("/*", at)) {
        int close = text.indexOf("*/", at + 2);
        comment(close < 0 ? text.length() : close + 2);
      } else if (c == '"' || c == '\'') {
        add(TokenType.STRING, stringEnd(c));
      } else if (isNumber(c)) {
        add(TokenType.NUMBER, run(at + 1, true));
      } else if (Character.isLetter(c) || c == '_' || c == '$') {
        add(TokenType.WORD, run(at + 1, false));
      } else {
        add(TokenType.SIGN, at + Character.charCount(text.codePointAt(at)));
      }
    }
    tokens.add(new Token(TokenType.END, "", text.length(), text.length(), broken));
  }

  private boolean isNumber(char c) {
    return Character.isDigit(c)
        || ((c == '-' || c == '+')
            && at + 1 < text.length()
            && Character.isDigit(text.charAt(at + 1)));
  }

  private int run(int from, boolean number) {
    int to = from;
    while (to < text.length()) {
      char c = text.charAt(to);
      boolean exponent = (c == '-' || c == '+') && (text.charAt(to - 1) | 0x20) == 'e';
      boolean part = number ? c == '.' || exponent : c == '_' || c == '-' || c == '$';
      if (!Character.isLetterOrDigit(c) && !part) {
        break;
      }
      to++;
    }
    return to;
  }

  private int stringEnd(char quote) {
    int i = at + 1;
    while (i < text.length() && text.charAt(i) != quote && text.charAt(i) != '\n') {
      i += text.charAt(i) == '\\' ? 2 : 1;
    }
    return i < text.length() && text.charAt(i) == quote ? i + 1 : i;
  }

  private void comment(int to) {
    comments.add(new TextRange(at, to));
    at = to;
  }

  private void add(TokenType type, int to) {
    int end = Math.min(to, text.length());
    tokens.add(new Token(type, text.substring(at, end), at, end, broken));
    broken = false;
    at = end;
  }

  /** What a string literal stands for. */
  static String content(String literal) {
    boolean closed =
        literal.length() > 1 && literal.charAt(literal.length() - 1) == literal.charAt(0);
    return BackslashEscapes.decoded(
        literal.substring(1, closed ? literal.length() - 1 : literal.length()));
  }
}
