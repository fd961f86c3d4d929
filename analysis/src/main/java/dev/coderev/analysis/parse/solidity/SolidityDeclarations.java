package dev.coderev.analysis.parse.solidity;

import dev.coderev.analysis.parse.descent.Draft;
import dev.coderev.analysis.parse.descent.Token;
import dev.coderev.analysis.parse.descent.TokenType;
import dev.coderev.analysis.parse.descent.Tokens;
import dev.coderev.analysis.tree.Kind;
import dev.coderev.analysis.tree.Role;

/** Contracts, functions and all else that begins with its keyword. */
final class SolidityDeclarations {
  private final String text;
  private final Tokens tokens;
  private final SolidityTypes types;
  private final SolidityExpressions expressions;
  private final SolidityStatements statements;

  SolidityDeclarations(
      String text,
      Tokens tokens,
      SolidityTypes types,
      SolidityExpressions expressions,
      SolidityStatements statements) {
    this.text = text;
    this.tokens = tokens;
    this.types = types;
    this.expressions = expressions;
    this.statements = statements;
  }

  boolean at() {
    Token token = tokens.peek();
    Token next = tokens.peek(1);
    return token.is(TokenType.WORD)
        && switch (token.text()) {
          case "contract",
              "interface",
              "library",
              "struct",
              "enum",
              "modifier",
              "event",
              "error",
              "pragma",
              "import",
              "using",
              "type" ->
              next.is(TokenType.WORD) || next.is(TokenType.STRING) || next.is("{") || next.is("*");
          case "abstract" -> next.is("contract");
          case "function" -> true;
          case "constructor", "fallback", "receive" -> next.is("(");
          default -> false;
        };
  }

  Draft declaration() {
    Token token = tokens.peek();
    return switch (token.text()) {
      case "abstract", "contract", "interface", "library", "struct" -> contract();
      case "enum" -> enumeration();
      case "event", "error" -> signature(token.text());
      case "pragma", "using", "type" -> verbatim(token.text());
      case "import" -> imported();
      default -> function();
    };
  }

  private Draft name() {
    Token name = tokens.take();
    return Draft.of(Kind.IDENTIFIER, name.text(), name.start(), name.end());
  }

  private Draft contract() {
    Token first = tokens.peek();
    Draft words = Draft.of(Kind.MODIFIERS, first.start());
    if (tokens.skip("abstract")) {
      words.add(Role.MODIFIER, Draft.of(Kind.MODIFIER, "abstract", first.start(), first.end()));
    }
    String keyword = tokens.take().text();
    Draft contract =
        Draft.of(
            Kind.CLASS, keyword.equals("contract") ? "class" : keyword, first.start(), first.end());
    if (!words.children().isEmpty()) {
      contract.add(Role.MODIFIERS, words);
    }
    contract.add(Role.NAME, name());
    if (tokens.skip("is")) {
      do {
        Draft base = types.type();
        contract.add(
            Role.SUPERCLASS,
            tokens.at("(")
                ? Draft.of(Kind.CALL, base.start())
                    .add(Role.CALLEE, base)
                    .add(Role.ARGUMENTS, expressions.arguments())
                : base);
      } while (tokens.skip(","));
    }
    return contract.add(Role.BODY, statements.block());
  }

  private Draft enumeration() {
    Token first = tokens.take();
    Draft body = Draft.of(Kind.CLASS, "enum", first.start(), first.end()).add(Role.NAME, name());
    Draft block = Draft.of(Kind.BLOCK, tokens.peek().start());
    tokens.expect("{");
    while (tokens.peek().is(TokenType.WORD)) {
      Draft name = name();
      block.add(Role.STATEMENT, Draft.of(Kind.ENUM_CONSTANT, name.start()).add(Role.NAME, name));
      tokens.skip(",");
    }
    tokens.expect("}");
    return body.add(Role.BODY, block.endAt(tokens.lastEnd()));
  }

  private Draft signature(String keyword) {
    Draft signature = Draft.other(keyword, tokens.take().start()).add(Role.NAME, name());
    if (tokens.at("(")) {
      signature.add(Role.PARAMETERS, types.parameters());
    }
    tokens.skip("anonymous");
    tokens.skip(";");
    return signature.endAt(tokens.lastEnd());
  }

  private Draft function() {
    Token keyword = tokens.peek();
    boolean named = keyword.is("function") || keyword.is("modifier");
    if (named) {
      tokens.take();
    }
    String symbol =
        keyword.is("constructor") ? "constructor" : keyword.is("modifier") ? "modifier" : "";
    Draft function = Draft.of(Kind.FUNCTION, symbol, keyword.start(), keyword.end());
    if (!named || tokens.peek().is(TokenType.WORD)) {
      function.add(Role.NAME, name());
    }
    if (tokens.at("(")) {
      function.add(Role.PARAMETERS, types.parameters());
    }
    header(function);
    if (tokens.at("{")) {
      return function.add(Role.BODY, statements.block());
    }
    tokens.skip(";");
    return function.endAt(tokens.lastEnd());
  }

  /** What stands between the parameters of a function and its body, in any order. */
  private void header(Draft function) {
    Draft words = Draft.of(Kind.MODIFIERS, tokens.peek().start());
    Draft annotations = Draft.of(Kind.OTHER, tokens.peek().start());
    while (tokens.peek().is(TokenType.WORD)) {
      if (tokens.skip("returns")) {
        annotations.add(Role.TYPE, types.parameters());
      } else if (SolidityTypes.isModifier(tokens.peek().text())) {
        types.modifiers().children().forEach(word -> words.add(Role.MODIFIER, word));
      } else {
        Draft used = types.type();
        Draft annotation = Draft.of(Kind.ANNOTATION, used.start()).add(Role.NAME, used);
        annotations.add(
            Role.ANNOTATION,
            tokens.at("(") ? annotation.add(Role.ARGUMENTS, expressions.arguments()) : annotation);
      }
    }
    if (!words.children().isEmpty()) {
      function.add(Role.MODIFIERS, words);
    }
    for (Draft part : annotations.children()) {
      function.add(part.kind() == Kind.ANNOTATION ? Role.ANNOTATION : Role.TYPE, part);
    }
  }

  private Draft imported() {
    Token first = tokens.take();
    Draft imported = Draft.of(Kind.IMPORT, first.start());
    while (!tokens.at(";") && !tokens.atEnd()) {
      Token token = tokens.take();
      if (token.is(TokenType.STRING)) {
        String path = token.text().substring(1, Math.max(1, token.text().length() - 1));
        imported.add(Role.MODULE, Draft.of(Kind.STRING, path, token.start(), token.end()));
      } else if (token.is(TokenType.WORD) && !token.is("from") && !token.is("as")) {
        imported.add(
            Role.ELEMENT, Draft.of(Kind.IMPORTED_NAME, token.text(), token.start(), token.end()));
      }
    }
    tokens.skip(";");
    return imported.endAt(tokens.lastEnd());
  }

  /** A stretch that is kept as text, up to its semicolon or closing brace. */
  Draft verbatim(String keyword) {
    Token first = tokens.take();
    int depth = 0;
    while (!tokens.atEnd()) {
      Token token = tokens.take();
      depth += token.is("{") ? 1 : token.is("}") ? -1 : 0;
      if (depth <= 0 && (token.is(";") || token.is("}"))) {
        break;
      }
    }
    Draft rest =
        Draft.of(
            Kind.STRING,
            text.substring(first.end(), tokens.lastEnd()).strip(),
            first.end(),
            tokens.lastEnd());
    return Draft.other(keyword, first.start()).add(Role.CHILD, rest);
  }
}
