package dev.coderev.analysis.parse.solidity;

import dev.coderev.analysis.parse.descent.Draft;
import dev.coderev.analysis.parse.descent.Token;
import dev.coderev.analysis.parse.descent.TokenType;
import dev.coderev.analysis.parse.descent.Tokens;
import dev.coderev.analysis.tree.Kind;
import dev.coderev.analysis.tree.Role;

/** Statements, and declarations where they begin with a keyword. */
final class SolidityStatements {
  private final Tokens tokens;
  private final SolidityExpressions expressions;
  private final SolidityTypes types;
  private final SolidityDeclarations declarations;

  SolidityStatements(String text, Tokens tokens) {
    this.tokens = tokens;
    this.expressions = new SolidityExpressions(tokens);
    this.types = new SolidityTypes(tokens, expressions);
    this.declarations = new SolidityDeclarations(text, tokens, types, expressions, this);
  }

  /** Whatever comes next: a declaration, a statement, or an expression that stands alone. */
  Draft item() {
    Token token = tokens.peek();
    if (!tokens.enter()) {
      tokens.leave();
      return Draft.of(Kind.ERROR, token.start());
    }
    Draft item = declarations.at() ? declarations.declaration() : statement();
    tokens.leave();
    return item;
  }

  private Draft statement() {
    Token token = tokens.peek();
    return switch (token.is(TokenType.STRING) ? "" : token.text()) {
      case "{" -> block();
      case "if" -> branch();
      case "for" -> loop();
      case "while" -> whileLoop();
      case "do" -> doLoop();
      case "return" -> valued(Kind.RETURN);
      case "emit" -> emit();
      case "revert" -> tokens.peek(1).is(TokenType.WORD) ? valued(Kind.THROW) : simple();
      case "try" -> tried();
      case "unchecked" -> unchecked();
      case "assembly" -> declarations.verbatim("assembly");
      case "break", "continue", "throw" -> word(token);
      default -> simple();
    };
  }

  Draft block() {
    Draft block = Draft.of(Kind.BLOCK, tokens.peek().start());
    tokens.expect("{");
    while (!tokens.at("}") && !tokens.atEnd()) {
      if (!tokens.skip(";")) {
        block.add(Role.STATEMENT, item());
      }
    }
    tokens.expect("}");
    return block.endAt(tokens.lastEnd());
  }

  private Draft word(Token token) {
    tokens.take();
    Kind kind =
        switch (token.text()) {
          case "break" -> Kind.BREAK;
          case "continue" -> Kind.CONTINUE;
          default -> Kind.THROW;
        };
    tokens.skip(";");
    return Draft.of(kind, "", token.start(), tokens.lastEnd());
  }

  private Draft condition() {
    tokens.expect("(");
    Draft condition = expressions.expression();
    tokens.expect(")");
    return condition;
  }

  private Draft branch() {
    Draft branch = Draft.of(Kind.IF, tokens.take().start());
    branch.add(Role.CONDITION, condition()).add(Role.THEN, item());
    return tokens.skip("else") ? branch.add(Role.ELSE, item()) : branch;
  }

  private Draft whileLoop() {
    return Draft.of(Kind.WHILE, tokens.take().start())
        .add(Role.CONDITION, condition())
        .add(Role.BODY, item());
  }

  private Draft doLoop() {
    Draft loop = Draft.of(Kind.DO_WHILE, tokens.take().start()).add(Role.BODY, item());
    tokens.expect("while");
    loop.add(Role.CONDITION, condition());
    tokens.skip(";");
    return loop.endAt(tokens.lastEnd());
  }

  private Draft loop() {
    Draft loop = Draft.of(Kind.FOR, tokens.take().start());
    tokens.expect("(");
    if (!tokens.skip(";")) {
      Draft first = types.atDeclaration() ? types.variable() : expressions.expression();
      loop.add(tokens.at(")") ? Role.CONDITION : Role.INIT, first);
      tokens.skip(";");
    }
    if (!tokens.at(";") && !tokens.at(")")) {
      loop.add(Role.CONDITION, expressions.expression());
    }
    tokens.skip(";");
    if (!tokens.at(")")) {
      loop.add(Role.UPDATE, expressions.expression());
    }
    tokens.expect(")");
    return loop.add(Role.BODY, item());
  }

  private Draft valued(Kind kind) {
    Draft statement = Draft.of(kind, "", tokens.peek().start(), tokens.take().end());
    if (!tokens.at(";") && !tokens.at("}") && !tokens.atEnd()) {
      statement.add(Role.VALUE, expressions.expression());
    }
    return ended(statement);
  }

  private Draft emit() {
    Draft emit = Draft.other("emit", tokens.take().start());
    return ended(emit.add(Role.VALUE, expressions.expression()));
  }

  private Draft unchecked() {
    return Draft.other("unchecked", tokens.take().start()).add(Role.BODY, block());
  }

  private Draft tried() {
    Draft tried = Draft.of(Kind.TRY, tokens.take().start());
    tried.add(Role.RESOURCE, expressions.expression());
    if (tokens.skip("returns")) {
      types.parameters();
    }
    tried.add(Role.BODY, block());
    while (tokens.at("catch")) {
      Draft handler = Draft.of(Kind.CATCH, tokens.take().start());
      if (tokens.peek().is(TokenType.WORD)) {
        tokens.take();
      }
      if (tokens.at("(")) {
        types.parameters().children().forEach(parameter -> handler.add(Role.PARAMETER, parameter));
      }
      tried.add(Role.CATCH, handler.add(Role.BODY, block()));
    }
    return tried;
  }

  private Draft simple() {
    if (types.atDeclaration()) {
      return ended(types.variable());
    }
    int before = tokens.mark();
    Draft value = expressions.expression();
    if (tokens.mark() == before) {
      return tokens.unreadable("This is no statement");
    }
    Draft statement = Draft.of(Kind.EXPRESSION_STATEMENT, value.start()).add(Role.VALUE, value);
    return ended(statement);
  }

  /** Takes the semicolon. A name alone, and the last line of a text, need none. */
  private Draft ended(Draft statement) {
    if (tokens.skip(";")) {
      return statement.endAt(tokens.lastEnd());
    }
    boolean name =
        statement.kind() == Kind.EXPRESSION_STATEMENT
            && statement.children().getFirst().kind() == Kind.IDENTIFIER;
    if (!name && !tokens.atEnd()) {
      tokens.note(tokens.peek(), "';' is missing");
    }
    return statement;
  }
}
