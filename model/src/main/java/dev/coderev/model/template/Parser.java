package dev.coderev.model.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the statements of a template; expressions are read by {@link ExpressionParser}. */
final class Parser {

  private static final int DEEPEST = 100;

  private final TokenCursor in;
  private final ExpressionParser expressions;
  private int depth;

  Parser(List<Token> tokens) {
    in = new TokenCursor(tokens);
    expressions = new ExpressionParser(in);
  }

  List<Statement> template() {
    List<Statement> body = body(Set.of());
    if (in.peek().kind() != Token.Kind.END) {
      throw new TemplateError(in.line(), "nothing is open that this could end");
    }
    return body;
  }

  /** Statements up to a block that begins with one of {@code ends}, which is left there. */
  private List<Statement> body(Set<String> ends) {
    if (++depth > DEEPEST) {
      throw new TemplateError(in.line(), "blocks are nested more than " + DEEPEST + " deep");
    }
    var body = new ArrayList<Statement>();
    while (in.peek().kind() != Token.Kind.END) {
      if (in.peek().kind() == Token.Kind.BLOCK_BEGIN && ends.contains(in.peek(1).text())) {
        break;
      }
      body.add(statement());
    }
    depth--;
    return List.copyOf(body);
  }

  private Statement statement() {
    Token token = in.next();
    return switch (token.kind()) {
      case TEXT -> new Statement.Text(token.text());
      case PRINT_BEGIN -> {
        var print = new Statement.Print(expressions.tupleOrExpression());
        in.expect(Token.Kind.PRINT_END);
        yield print;
      }
      case BLOCK_BEGIN -> block(token.line(), in.name());
      default -> throw new TemplateError(token.line(), "unexpected \"" + token.text() + "\"");
    };
  }

  private Statement block(int line, String word) {
    return switch (word) {
      case "if" -> ifBlock();
      case "for" -> forBlock();
      case "set" -> set();
      case "macro" -> macro();
      case "generation" -> {
        blockEnd();
        yield new Statement.Plain(bodyUntil("endgeneration"));
      }
      case "break" -> {
        blockEnd();
        yield new Statement.Break();
      }
      case "continue" -> {
        blockEnd();
        yield new Statement.Continue();
      }
      default -> throw new TemplateError(line, "the block \"" + word + "\" is not supported");
    };
  }

  private void blockEnd() {
    in.expect(Token.Kind.BLOCK_END);
  }

  private List<Statement> bodyUntil(String end) {
    List<Statement> body = body(Set.of(end));
    closing(end);
    return body;
  }

  private void closing(String end) {
    if (in.peek().kind() == Token.Kind.END) {
      throw new TemplateError(in.line(), "\"" + end + "\" is missing");
    }
    in.next();
    in.name();
    blockEnd();
  }

  private Statement ifBlock() {
    var branches = new ArrayList<Statement.Branch>();
    Optional<Expression> condition = Optional.of(expressions.expression());
    blockEnd();
    while (true) {
      branches.add(new Statement.Branch(condition, body(Set.of("elif", "else", "endif"))));
      if (in.peek().kind() == Token.Kind.END) {
        throw new TemplateError(in.line(), "\"endif\" is missing");
      }
      in.next();
      String word = in.name();
      if (word.equals("endif")) {
        blockEnd();
        return new Statement.If(List.copyOf(branches));
      }
      condition = word.equals("elif") ? Optional.of(expressions.expression()) : Optional.empty();
      blockEnd();
    }
  }

  private Statement forBlock() {
    List<String> names = names();
    if (!in.takeName("in")) {
      throw new TemplateError(in.line(), "\"in\" expected");
    }
    Expression items = expressions.withoutChoice();
    Optional<Expression> filter =
        in.takeName("if") ? Optional.of(expressions.expression()) : Optional.empty();
    blockEnd();
    List<Statement> body = body(Set.of("else", "endfor"));
    List<Statement> otherwise = List.of();
    if (in.peek(1).text().equals("else")) {
      closing("else");
      otherwise = body(Set.of("endfor"));
    }
    closing("endfor");
    return new Statement.For(names, items, filter, body, otherwise);
  }

  private List<String> names() {
    var names = new ArrayList<String>();
    boolean bracket = in.takeOperator("(");
    do {
      names.add(in.name());
    } while (in.takeOperator(","));
    if (bracket) {
      in.expectOperator(")");
    }
    return List.copyOf(names);
  }

  private Statement set() {
    List<String> names = names();
    Optional<String> member = in.takeOperator(".") ? Optional.of(in.name()) : Optional.empty();
    if (in.peek().kind() == Token.Kind.BLOCK_END && member.isEmpty() && names.size() == 1) {
      blockEnd();
      return new Statement.SetBlock(names.getFirst(), bodyUntil("endset"));
    }
    in.expectOperator("=");
    Expression value = expressions.tupleOrExpression();
    blockEnd();
    return new Statement.Set(names, member, value);
  }

  private Statement macro() {
    String name = in.name();
    in.expectOperator("(");
    var parameters = new ArrayList<Statement.Parameter>();
    while (!in.isOperator(")")) {
      String parameter = in.name();
      Optional<Expression> otherwise =
          in.takeOperator("=") ? Optional.of(expressions.expression()) : Optional.empty();
      parameters.add(new Statement.Parameter(parameter, otherwise));
      if (!in.takeOperator(",")) {
        break;
      }
    }
    in.expectOperator(")");
    blockEnd();
    return new Statement.Macro(name, List.copyOf(parameters), bodyUntil("endmacro"));
  }
}
