package dev.coderev.analysis.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tokens of a Python-like expression in a rule, read one after the other. */
final class ExpressionTokens {
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*(?:(?<number>0[xX][0-9a-fA-F]+|0[oO][0-7]+|0[bB][01]+"
              + "|[0-9]+(?:\\.[0-9]*)?(?:[eE][-+]?[0-9]+)?|\\.[0-9]+)"
              + "|(?<string>[rRbBuU]{0,2}(?:'(?:[^'\\\\]|\\\\.)*+'|\"(?:[^\"\\\\]|\\\\.)*+\"))"
              + "|(?<metavariable>\\$(?:\\.\\.\\.)?[A-Za-z_0-9]+)"
              + "|(?<word>[A-Za-z_][A-Za-z_0-9]*)"
              + "|(?<operator>\\*\\*|//|==|!=|<=|>=|<<|>>|[-+*/%()\\[\\],.~&|^<>]))",
          Pattern.DOTALL);

  /** What a token is. */
  enum TokenType {
    NUMBER,
    STRING,
    METAVARIABLE,
    WORD,
    OPERATOR,
    END
  }

  record Token(TokenType type, String text) {}

  /** An expression that cannot be read; the message goes into the problem of the rule. */
  static final class ExpressionInvalid extends Exception {
    private static final long serialVersionUID = 1L;

    ExpressionInvalid(String message) {
      super(message);
    }
  }

  private static final int DEEPEST = 200;
  private final List<Token> tokens = new ArrayList<>();
  private int at;
  private int depth;

  ExpressionTokens(String text) throws ExpressionInvalid {
    Matcher matcher = TOKEN.matcher(text);
    int end = text.stripTrailing().length();
    int from = 0;
    while (from < end) {
      matcher.region(from, end);
      if (!matcher.lookingAt()) {
        throw new ExpressionInvalid("cannot read '" + text.substring(from, end).strip() + "'");
      }
      tokens.add(token(matcher));
      from = matcher.end();
    }
    tokens.add(new Token(TokenType.END, "the end"));
  }

  private static Token token(Matcher matcher) {
    for (TokenType type : TokenType.values()) {
      String text =
          type == TokenType.END ? "" : matcher.group(type.name().toLowerCase(Locale.ROOT));
      if (text != null) {
        return new Token(type, text);
      }
    }
    throw new IllegalStateException("a token of no type");
  }

  Token peek() {
    return tokens.get(at);
  }

  Token next() {
    Token token = tokens.get(at);
    if (token.type() != TokenType.END) {
      at++;
    }
    return token;
  }

  /** Whether the next token is this operator or word; if so it is consumed. */
  boolean take(String text) {
    Token token = peek();
    boolean taken =
        (token.type() == TokenType.OPERATOR || token.type() == TokenType.WORD)
            && token.text().equals(text);
    if (taken) {
      at++;
    }
    return taken;
  }

  void expect(String text) throws ExpressionInvalid {
    if (!take(text)) {
      throw new ExpressionInvalid("'" + text + "' expected before " + shown(peek()));
    }
  }

  void expectEnd() throws ExpressionInvalid {
    if (peek().type() != TokenType.END) {
      throw new ExpressionInvalid("unexpected " + shown(peek()));
    }
  }

  void enter() throws ExpressionInvalid {
    if (++depth > DEEPEST) {
      throw new ExpressionInvalid("nested too deeply");
    }
  }

  void leave() {
    depth--;
  }

  static String shown(Token token) {
    return token.type() == TokenType.END ? token.text() : "'" + token.text() + "'";
  }
}
