package dev.coderev.model.template;

import java.util.List;

/** A place in the tokens of a template. */
final class TokenCursor {

  private final List<Token> tokens;
  private int at;

  TokenCursor(List<Token> tokens) {
    this.tokens = tokens;
  }

  Token peek() {
    return tokens.get(at);
  }

  Token peek(int ahead) {
    return tokens.get(Math.min(at + ahead, tokens.size() - 1));
  }

  Token next() {
    Token token = tokens.get(at);
    if (token.kind() != Token.Kind.END) {
      at++;
    }
    return token;
  }

  int line() {
    return peek().line();
  }

  boolean isOperator(String word) {
    return peek().is(Token.Kind.OPERATOR, word);
  }

  boolean isName(String word) {
    return peek().is(Token.Kind.NAME, word);
  }

  boolean takeOperator(String word) {
    if (isOperator(word)) {
      next();
      return true;
    }
    return false;
  }

  boolean takeName(String word) {
    if (isName(word)) {
      next();
      return true;
    }
    return false;
  }

  void expectOperator(String word) {
    if (!takeOperator(word)) {
      throw new TemplateError(line(), "\"" + word + "\" expected, not " + described());
    }
  }

  void expect(Token.Kind kind) {
    if (peek().kind() != kind) {
      throw new TemplateError(line(), "the end of the tag expected, not " + described());
    }
    next();
  }

  String name() {
    if (peek().kind() != Token.Kind.NAME) {
      throw new TemplateError(line(), "a name expected, not " + described());
    }
    return next().text();
  }

  private String described() {
    Token token = peek();
    return switch (token.kind()) {
      case END -> "the end of the template";
      case BLOCK_END, PRINT_END -> "the end of the tag";
      default -> "\"" + token.text() + "\"";
    };
  }
}
