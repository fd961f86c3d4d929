package dev.coderev.analysis.parse.solidity;

import dev.coderev.analysis.parse.descent.Draft;
import dev.coderev.analysis.parse.descent.Precedence;
import dev.coderev.analysis.parse.descent.Token;
import dev.coderev.analysis.parse.descent.TokenType;
import dev.coderev.analysis.parse.descent.Tokens;
import dev.coderev.analysis.tree.Kind;
import dev.coderev.analysis.tree.Role;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The expressions of Solidity by recursive descent, operators by precedence. */
final class SolidityExpressions {
  private static final Precedence OPERATORS =
      Precedence.of(
          List.of(
              List.of("||"),
              List.of("&&"),
              List.of("==", "!="),
              List.of("<", ">", "<=", ">="),
              List.of("|"),
              List.of("^"),
              List.of("&"),
              List.of("<<", ">>", ">>>"),
              List.of("+", "-"),
              List.of("*", "/", "%"),
              List.of("**")));
  private static final Set<String> UNITS =
      Set.of(
          "wei", "gwei", "ether", "seconds", "minutes", "hours", "days", "weeks", "years", "szabo",
          "finney");

  private final Tokens tokens;

  SolidityExpressions(Tokens tokens) {
    this.tokens = tokens;
  }

  Draft expression() {
    if (!tokens.enter()) {
      tokens.leave();
      return Draft.of(Kind.ERROR, tokens.peek().start());
    }
    Draft left = conditional();
    Token operator = tokens.peek();
    Draft result = left;
    if (isAssignment(operator)) {
      tokens.take();
      Kind kind = operator.is("=") ? Kind.ASSIGN : Kind.COMPOUND_ASSIGN;
      result =
          Draft.of(kind, operator.text(), left.start(), left.end())
              .add(Role.LEFT, left)
              .add(Role.RIGHT, expression());
    }
    tokens.leave();
    return result;
  }

  private static boolean isAssignment(Token token) {
    return token.is(TokenType.SIGN)
        && switch (token.text()) {
          case "=", "+=", "-=", "*=", "/=", "%=", "|=", "&=", "^=", "<<=", ">>=", ">>>=" -> true;
          default -> false;
        };
  }

  private Draft conditional() {
    Draft condition = OPERATORS.read(tokens, this::unary);
    if (!tokens.skip("?")) {
      return condition;
    }
    Draft then = expression();
    tokens.expect(":");
    return Draft.of(Kind.CONDITIONAL, condition.start())
        .add(Role.CONDITION, condition)
        .add(Role.THEN, then)
        .add(Role.ELSE, expression());
  }

  private Draft unary() {
    Token token = tokens.peek();
    boolean update = token.is("++") || token.is("--");
    boolean operator = token.is("!") || token.is("~") || token.is("-") || token.is("+");
    if (!update && !operator && !token.is("delete")) {
      return postfix(primary());
    }
    tokens.take();
    boolean deep = !tokens.enter();
    Draft value = deep ? Draft.of(Kind.ERROR, token.end()) : unary();
    tokens.leave();
    return update
        ? Draft.of(Kind.UPDATE, token.text() + "x", token.start(), token.end())
            .add(Role.VALUE, value)
        : Draft.of(Kind.UNARY, token.text(), token.start(), token.end()).add(Role.VALUE, value);
  }

  private Draft postfix(Draft first) {
    Draft value = first;
    while (true) {
      Token token = tokens.peek();
      switch (token.is(TokenType.SIGN) ? token.text() : "") {
        case "." -> {
          tokens.take();
          Token name = tokens.take();
          value =
              Draft.of(Kind.MEMBER, ".", value.start(), value.end())
                  .add(Role.OBJECT, value)
                  .add(Role.NAME, Draft.of(Kind.IDENTIFIER, name.text(), name.start(), name.end()));
        }
        case "[" -> value = index(value);
        case "(" -> value = call(value);
        case "{" -> {
          if (!atOptions()) {
            return value;
          }
          Draft options = map();
          value = tokens.at("(") ? call(value, options) : value;
        }
        case "++", "--" -> {
          if (token.afterBreak()) {
            return value;
          }
          tokens.take();
          value =
              Draft.of(Kind.UPDATE, "x" + token.text(), value.start(), token.end())
                  .add(Role.VALUE, value)
                  .endAt(token.end());
        }
        default -> {
          return value;
        }
      }
    }
  }

  /** Whether the brace here opens {@code {value: x}} of a call. */
  private boolean atOptions() {
    return tokens.peek(1).is(TokenType.WORD) && tokens.peek(2).is(":");
  }

  private Draft index(Draft object) {
    tokens.take();
    Draft index = Draft.of(Kind.INDEX, object.start()).add(Role.OBJECT, object);
    if (!tokens.at("]") && !tokens.at(":")) {
      index.add(Role.INDEX, expression());
    }
    if (tokens.skip(":") && !tokens.at("]")) {
      index.add(Role.INDEX, expression());
    }
    tokens.expect("]");
    return index.endAt(tokens.lastEnd());
  }

  private Draft call(Draft callee) {
    return Draft.of(Kind.CALL, callee.start())
        .add(Role.CALLEE, callee)
        .add(Role.ARGUMENTS, arguments());
  }

  private Draft call(Draft callee, Draft options) {
    return Draft.of(Kind.CALL, callee.start())
        .add(Role.CALLEE, callee)
        .add(Role.TYPE_ARGUMENTS, options)
        .add(Role.ARGUMENTS, arguments());
  }

  Draft arguments() {
    Draft arguments = Draft.of(Kind.ARGUMENT_LIST, tokens.peek().start());
    tokens.expect("(");
    while (!tokens.at(")") && !tokens.atEnd()) {
      int before = tokens.mark();
      arguments.add(Role.ARGUMENT, tokens.at("{") ? map() : expression());
      if (!tokens.skip(",") && tokens.mark() == before) {
        break;
      }
    }
    tokens.expect(")");
    return arguments.endAt(tokens.lastEnd());
  }

  /** {@code {name: value, …}}. */
  private Draft map() {
    Draft map = Draft.of(Kind.MAP, tokens.take().start());
    while (!tokens.at("}") && !tokens.atEnd()) {
      int before = tokens.mark();
      Draft key = expression();
      Draft element = key;
      if (tokens.skip(":")) {
        element = Draft.of(Kind.PAIR, key.start()).add(Role.KEY, key).add(Role.VALUE, expression());
      }
      map.add(Role.ELEMENT, element);
      if (!tokens.skip(",") && tokens.mark() == before) {
        break;
      }
    }
    tokens.expect("}");
    return map.endAt(tokens.lastEnd());
  }

  private Draft primary() {
    Token token = tokens.peek();
    return switch (token.type()) {
      case STRING -> string();
      case NUMBER -> number();
      case WORD -> word();
      case SIGN ->
          switch (token.text()) {
            case "(" -> tuple(")", Kind.TUPLE);
            case "[" -> tuple("]", Kind.LIST);
            default -> tokens.unreadable("An expression is expected here");
          };
      case END -> tokens.unreadable("An expression is missing at the end");
    };
  }

  private Draft string() {
    Token first = tokens.take();
    StringBuilder content = new StringBuilder(content(first.text()));
    Token last = first;
    while (tokens.peek().is(TokenType.STRING)) {
      last = tokens.take();
      content.append(content(last.text()));
    }
    return Draft.of(Kind.STRING, content.toString(), first.start(), last.end());
  }

  private static String content(String literal) {
    boolean closed = literal.length() > 1 && literal.endsWith(literal.substring(0, 1));
    return literal.substring(1, closed ? literal.length() - 1 : literal.length());
  }

  private Draft number() {
    Token token = tokens.take();
    String symbol = token.text().toLowerCase(Locale.ROOT).replace("_", "");
    Draft number = Draft.of(Kind.NUMBER, symbol, token.start(), token.end());
    Token unit = tokens.peek();
    if (unit.is(TokenType.WORD) && UNITS.contains(unit.text())) {
      tokens.take();
      return Draft.of(Kind.NUMBER, symbol + " " + unit.text(), token.start(), unit.end());
    }
    return number;
  }

  private Draft word() {
    Token token = tokens.take();
    return switch (token.text()) {
      case "true", "false" -> Draft.of(Kind.BOOLEAN, token.text(), token.start(), token.end());
      case "new" -> creation(token);
      case "hex", "unicode" ->
          tokens.peek().is(TokenType.STRING)
              ? string()
              : Draft.of(Kind.IDENTIFIER, token.text(), token.start(), token.end());
      default -> Draft.of(Kind.IDENTIFIER, token.text(), token.start(), token.end());
    };
  }

  private Draft creation(Token word) {
    Draft type = new SolidityTypes(tokens, this).type();
    Draft creation = Draft.of(Kind.NEW, word.start()).add(Role.TYPE, type);
    if (tokens.at("{") && atOptions()) {
      map();
    }
    return tokens.at("(") ? creation.add(Role.ARGUMENTS, arguments()) : creation;
  }

  /** Values in brackets; in parentheses one value is only itself. */
  private Draft tuple(String close, Kind kind) {
    Token first = tokens.take();
    Draft tuple = Draft.of(kind, first.start());
    boolean several = kind == Kind.LIST;
    SolidityTypes types = new SolidityTypes(tokens, this);
    while (!tokens.at(close) && !tokens.atEnd()) {
      int before = tokens.mark();
      if (!tokens.at(",")) {
        tuple.add(Role.ELEMENT, types.atDeclaration() ? types.variable() : expression());
      }
      several |= tokens.at(",");
      if (!tokens.skip(",") && tokens.mark() == before) {
        break;
      }
    }
    tokens.expect(close);
    boolean single = !several && tuple.children().size() == 1;
    return single ? tuple.children().getFirst() : tuple.endAt(tokens.lastEnd());
  }
}
