package dev.coderev.analysis.parse.hcl;

import dev.coderev.analysis.parse.descent.Draft;
import dev.coderev.analysis.parse.descent.Precedence;
import dev.coderev.analysis.parse.descent.Token;
import dev.coderev.analysis.parse.descent.TokenType;
import dev.coderev.analysis.parse.descent.Tokens;
import dev.coderev.analysis.source.TextRange;
import dev.coderev.analysis.tree.Kind;
import dev.coderev.analysis.tree.ParseNote;
import dev.coderev.analysis.tree.Role;
import java.util.List;

/** The expressions of HCL by recursive descent, operators by precedence. */
final class HclExpressions {
  private static final Precedence OPERATORS =
      Precedence.of(
          List.of(
              List.of("||"),
              List.of("&&"),
              List.of("==", "!="),
              List.of("<", ">", "<=", ">="),
              List.of("+", "-"),
              List.of("*", "/", "%")));

  private final String text;
  private final Tokens tokens;
  private final List<TextRange> comments;
  private final List<ParseNote> notes;
  private final int depth;

  /**
   * @param depth how many strings enclose these expressions
   */
  HclExpressions(
      String text, Tokens tokens, List<TextRange> comments, List<ParseNote> notes, int depth) {
    this.depth = depth;
    this.text = text;
    this.tokens = tokens;
    this.comments = comments;
    this.notes = notes;
  }

  Draft expression() {
    if (!tokens.enter()) {
      tokens.leave();
      return Draft.of(Kind.ERROR, tokens.peek().start());
    }
    Draft condition = OPERATORS.read(tokens, this::unary);
    Draft result = condition;
    if (tokens.skip("?")) {
      Draft then = expression();
      tokens.expect(":");
      result =
          Draft.of(Kind.CONDITIONAL, condition.start())
              .add(Role.CONDITION, condition)
              .add(Role.THEN, then)
              .add(Role.ELSE, expression());
    }
    tokens.leave();
    return result;
  }

  private Draft unary() {
    Token token = tokens.peek();
    if (token.is("-") || token.is("!")) {
      tokens.take();
      boolean deep = !tokens.enter();
      Draft value = deep ? Draft.of(Kind.ERROR, token.end()) : unary();
      tokens.leave();
      return Draft.of(Kind.UNARY, token.text(), token.start(), token.end()).add(Role.VALUE, value);
    }
    return postfix(primary());
  }

  private Draft postfix(Draft first) {
    Draft value = first;
    while (true) {
      Token token = tokens.peek();
      if (token.is(".")) {
        value = member(value);
      } else if (token.is("[") && !token.afterBreak()) {
        value = index(value);
      } else if (token.is("(") && !token.afterBreak() && isCallable(value)) {
        value = call(value);
      } else if (token.is("::")) {
        value = member(value);
      } else {
        return value;
      }
    }
  }

  private static boolean isCallable(Draft value) {
    return value.kind() == Kind.IDENTIFIER || value.kind() == Kind.MEMBER;
  }

  private Draft member(Draft object) {
    Token dot = tokens.take();
    Token name = tokens.take();
    return Draft.of(Kind.MEMBER, dot.text(), object.start(), object.end())
        .add(Role.OBJECT, object)
        .add(Role.NAME, Draft.of(Kind.IDENTIFIER, name.text(), name.start(), name.end()));
  }

  private Draft index(Draft object) {
    tokens.take();
    Draft index = Draft.of(Kind.INDEX, object.start()).add(Role.OBJECT, object);
    Token star = tokens.peek();
    if (star.is("*")) {
      tokens.take();
      index.add(Role.INDEX, Draft.of(Kind.IDENTIFIER, "*", star.start(), star.end()));
    } else if (!tokens.at("]")) {
      index.add(Role.INDEX, expression());
    }
    tokens.expect("]");
    return index.endAt(tokens.lastEnd());
  }

  private Draft call(Draft callee) {
    Draft arguments = Draft.of(Kind.ARGUMENT_LIST, tokens.take().start());
    while (!tokens.at(")") && !tokens.atEnd()) {
      int before = tokens.mark();
      Draft argument = expression();
      if (tokens.at("...")) {
        argument =
            Draft.of(Kind.SPREAD, "...", argument.start(), tokens.take().end())
                .add(Role.VALUE, argument);
      }
      arguments.add(Role.ARGUMENT, argument);
      if (!tokens.skip(",") && tokens.mark() == before) {
        break;
      }
    }
    tokens.expect(")");
    return Draft.of(Kind.CALL, callee.start())
        .add(Role.CALLEE, callee)
        .add(Role.ARGUMENTS, arguments.endAt(tokens.lastEnd()));
  }

  /** A name or string, as keys and labels are. */
  Draft key() {
    Token token = tokens.peek();
    if (token.is(TokenType.STRING)) {
      return string();
    }
    tokens.take();
    return Draft.of(Kind.IDENTIFIER, token.text(), token.start(), token.end());
  }

  private Draft string() {
    Token token = tokens.take();
    return new HclTemplate(text, comments, notes, depth).of(token);
  }

  private Draft primary() {
    Token token = tokens.peek();
    return switch (token.type()) {
      case STRING -> string();
      case NUMBER -> {
        tokens.take();
        yield Draft.of(Kind.NUMBER, number(token.text()), token.start(), token.end());
      }
      case WORD -> {
        tokens.take();
        Kind kind =
            switch (token.text()) {
              case "true", "false" -> Kind.BOOLEAN;
              case "null" -> Kind.NULL;
              default -> Kind.IDENTIFIER;
            };
        yield Draft.of(kind, kind == Kind.NULL ? "" : token.text(), token.start(), token.end());
      }
      case SIGN ->
          switch (token.text()) {
            case "[" -> list();
            case "{" -> object();
            case "(" -> {
              tokens.take();
              Draft inner = expression();
              tokens.expect(")");
              yield inner;
            }
            default -> tokens.unreadable("An expression is expected here");
          };
      case END -> tokens.unreadable("An expression is missing at the end");
    };
  }

  private static String number(String text) {
    return text.toLowerCase(java.util.Locale.ROOT);
  }

  private Draft list() {
    Token open = tokens.take();
    if (tokens.at("for") && tokens.peek(1).is(TokenType.WORD)) {
      return comprehension(open, "]");
    }
    Draft list = Draft.of(Kind.LIST, open.start());
    while (!tokens.at("]") && !tokens.atEnd()) {
      list.add(Role.ELEMENT, expression());
      if (!tokens.skip(",") && !tokens.at("]")) {
        tokens.note(tokens.peek(), "',' is missing");
        break;
      }
    }
    tokens.expect("]");
    return list.endAt(tokens.lastEnd());
  }

  private Draft object() {
    Token open = tokens.take();
    if (tokens.at("for") && tokens.peek(1).is(TokenType.WORD)) {
      return comprehension(open, "}");
    }
    Draft map = Draft.of(Kind.MAP, open.start());
    while (!tokens.at("}") && !tokens.atEnd()) {
      int before = tokens.mark();
      map.add(Role.ELEMENT, pair());
      if (!tokens.skip(",") && tokens.mark() == before) {
        break;
      }
    }
    tokens.expect("}");
    return map.endAt(tokens.lastEnd());
  }

  /** {@code key = value}; a key without value stands alone. */
  private Draft pair() {
    Draft key = expression();
    if (!tokens.at("=") && !tokens.at(":")) {
      return key;
    }
    tokens.take();
    return Draft.of(Kind.PAIR, key.start()).add(Role.KEY, key).add(Role.VALUE, expression());
  }

  /** {@code [for x in xs : f(x) if c]} and {@code {for k, v in m : k => v}}. */
  private Draft comprehension(Token open, String close) {
    tokens.take();
    Draft clause = Draft.of(Kind.COMPREHENSION_CLAUSE, tokens.peek().start());
    Draft name = key();
    if (tokens.skip(",")) {
      name = Draft.of(Kind.TUPLE, name.start()).add(Role.ELEMENT, name).add(Role.ELEMENT, key());
    }
    clause.add(Role.NAME, name);
    tokens.expect("in");
    clause.add(Role.ITERABLE, expression());
    tokens.expect(":");
    Draft element = expression();
    if (tokens.skip("=>")) {
      element =
          Draft.of(Kind.PAIR, element.start()).add(Role.KEY, element).add(Role.VALUE, expression());
    }
    tokens.skip("...");
    if (tokens.skip("if")) {
      clause.add(Role.CONDITION, expression());
    }
    tokens.expect(close);
    return Draft.of(
            Kind.COMPREHENSION, close.equals("]") ? "list" : "map", open.start(), open.end())
        .add(Role.CLAUSE, clause)
        .add(Role.ELEMENT, element)
        .endAt(tokens.lastEnd());
  }
}
