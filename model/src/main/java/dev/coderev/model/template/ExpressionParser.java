package dev.coderev.model.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads expressions by precedence, loosest first, as Jinja does. */
final class ExpressionParser {

  private static final int DEEPEST = 200;
  private static final Set<String> COMPARISONS = Set.of("==", "!=", "<", "<=", ">", ">=");

  private final TokenCursor in;
  private int depth;

  ExpressionParser(TokenCursor in) {
    this.in = in;
  }

  /** An expression, or several with commas between, which make a list. */
  Expression tupleOrExpression() {
    Expression first = expression();
    if (!in.isOperator(",")) {
      return first;
    }
    var items = new ArrayList<>(List.of(first));
    while (in.takeOperator(",")) {
      items.add(expression());
    }
    return new Expression.ListOf(List.copyOf(items));
  }

  /** An expression with a choice on the outside: {@code a if b else c}. */
  Expression expression() {
    if (++depth > DEEPEST) {
      throw new TemplateError(in.line(), "an expression is nested more than " + DEEPEST + " deep");
    }
    Expression value = withoutChoice();
    while (in.takeName("if")) {
      Expression condition = withoutChoice();
      Optional<Expression> no = in.takeName("else") ? Optional.of(expression()) : Optional.empty();
      value = new Expression.Choice(condition, value, no);
    }
    depth--;
    return value;
  }

  /** An expression in which {@code if} is not a choice. */
  Expression withoutChoice() {
    Expression left = and();
    while (in.isName("or")) {
      left = binary("or", left, this::and);
    }
    return left;
  }

  @FunctionalInterface
  private interface Level {
    Expression read();
  }

  /** The operator is the next token. */
  private Expression binary(String operator, Expression left, Level right) {
    int line = in.next().line();
    return new Expression.Binary(operator, left, right.read(), line);
  }

  private Expression and() {
    Expression left = not();
    while (in.isName("and")) {
      left = binary("and", left, this::not);
    }
    return left;
  }

  private Expression not() {
    int nots = 0;
    while (in.takeName("not")) {
      nots++;
    }
    Expression value = comparison();
    for (int i = 0; i < Math.min(nots, 2 - nots % 2); i++) {
      value = new Expression.Unary("not", value);
    }
    return value;
  }

  private Expression comparison() {
    Expression left = sum();
    while (true) {
      if (in.peek().kind() == Token.Kind.OPERATOR && COMPARISONS.contains(in.peek().text())) {
        left = binary(in.peek().text(), left, this::sum);
      } else if (in.isName("in")) {
        left = binary("in", left, this::sum);
      } else if (in.isName("not") && in.peek(1).is(Token.Kind.NAME, "in")) {
        in.next();
        left = new Expression.Unary("not", binary("in", left, this::sum));
      } else {
        return left;
      }
    }
  }

  private Expression sum() {
    Expression left = joined();
    while (in.isOperator("+") || in.isOperator("-")) {
      left = binary(in.peek().text(), left, this::joined);
    }
    return left;
  }

  private Expression joined() {
    Expression left = product();
    while (in.isOperator("~")) {
      left = binary("~", left, this::product);
    }
    return left;
  }

  private Expression product() {
    Expression left = unary();
    while (in.isOperator("*") || in.isOperator("/") || in.isOperator("//") || in.isOperator("%")) {
      left = binary(in.peek().text(), left, this::unary);
    }
    return left;
  }

  private Expression unary() {
    if (in.isOperator("-") || in.isOperator("+")) {
      String sign = in.next().text();
      return filtered(new Expression.Unary(sign, power()));
    }
    return filtered(power());
  }

  private Expression power() {
    Expression left = postfix(primary());
    while (in.isOperator("**")) {
      left = binary("**", left, () -> postfix(primary()));
    }
    return left;
  }

  private Expression filtered(Expression value) {
    Expression result = value;
    while (true) {
      if (in.isOperator("|")) {
        int line = in.next().line();
        String name = in.name();
        result = new Expression.Filter(result, name, callArguments(), line);
      } else if (in.isName("is")) {
        result = test(result);
      } else {
        return result;
      }
    }
  }

  private Expression test(Expression value) {
    int line = in.next().line();
    boolean negated = in.takeName("not");
    String name = in.name();
    List<Expression> arguments = List.of();
    Token next = in.peek();
    if (in.isOperator("(")) {
      arguments = callArguments().positional();
    } else if (next.kind() == Token.Kind.STRING || next.kind() == Token.Kind.INTEGER) {
      arguments = List.of(primary());
    } else if (name.equals("in") || name.equals("equalto") || name.equals("sameas")) {
      arguments = List.of(postfix(primary()));
    }
    return new Expression.Test(value, name, arguments, negated, line);
  }

  private Expression postfix(Expression value) {
    Expression result = value;
    while (true) {
      if (in.takeOperator(".")) {
        Token member = in.next();
        result =
            member.kind() == Token.Kind.INTEGER
                ? new Expression.Subscript(result, integer(member))
                : new Expression.Attribute(result, member.text());
      } else if (in.takeOperator("[")) {
        result = subscript(result);
      } else if (in.isOperator("(")) {
        int line = in.line();
        result = new Expression.Call(result, callArguments(), line);
      } else {
        return result;
      }
    }
  }

  private Expression subscript(Expression of) {
    Optional<Expression> from = in.isOperator(":") ? Optional.empty() : Optional.of(expression());
    if (in.takeOperator("]")) {
      return new Expression.Subscript(of, from.orElseThrow());
    }
    in.expectOperator(":");
    Optional<Expression> to = sliceEnd();
    Optional<Expression> step = in.takeOperator(":") ? sliceEnd() : Optional.empty();
    in.expectOperator("]");
    return new Expression.Slice(of, from, to, step);
  }

  private Optional<Expression> sliceEnd() {
    return in.isOperator(":") || in.isOperator("]") ? Optional.empty() : Optional.of(expression());
  }

  /** Arguments in parentheses, or none when there are no parentheses. */
  private Expression.Arguments callArguments() {
    if (!in.takeOperator("(")) {
      return Expression.Arguments.NONE;
    }
    var positional = new ArrayList<Expression>();
    var named = new LinkedHashMap<String, Expression>();
    while (!in.isOperator(")")) {
      if (in.peek().kind() == Token.Kind.NAME && in.peek(1).is(Token.Kind.OPERATOR, "=")) {
        String name = in.name();
        in.next();
        named.put(name, expression());
      } else {
        positional.add(expression());
      }
      if (!in.takeOperator(",")) {
        break;
      }
    }
    in.expectOperator(")");
    return new Expression.Arguments(List.copyOf(positional), named);
  }

  private Expression primary() {
    Token token = in.next();
    return switch (token.kind()) {
      case STRING -> strings(token);
      case INTEGER -> integer(token);
      case REAL -> new Expression.Literal(Double.parseDouble(token.text()));
      case NAME -> name(token);
      case OPERATOR -> bracket(token);
      default -> throw new TemplateError(token.line(), "a value expected");
    };
  }

  /** Texts beside each other are one. */
  private Expression strings(Token first) {
    var text = new StringBuilder(first.text());
    while (in.peek().kind() == Token.Kind.STRING) {
      text.append(in.next().text());
    }
    return new Expression.Literal(text.toString());
  }

  private static Expression integer(Token token) {
    try {
      return new Expression.Literal(Long.parseLong(token.text()));
    } catch (NumberFormatException e) {
      throw new TemplateError(token.line(), token.text() + " is too large");
    }
  }

  private static Expression name(Token token) {
    return switch (token.text()) {
      case "true", "True" -> new Expression.Literal(true);
      case "false", "False" -> new Expression.Literal(false);
      case "none", "None" -> new Expression.Literal(None.NONE);
      default -> new Expression.Name(token.text(), token.line());
    };
  }

  private Expression bracket(Token token) {
    return switch (token.text()) {
      case "(" -> parenthesis();
      case "[" -> new Expression.ListOf(items("]"));
      case "{" -> map();
      default -> throw new TemplateError(token.line(), "unexpected \"" + token.text() + "\"");
    };
  }

  private Expression parenthesis() {
    if (in.takeOperator(")")) {
      return new Expression.ListOf(List.of());
    }
    Expression first = expression();
    if (in.takeOperator(")")) {
      return first;
    }
    in.expectOperator(",");
    var items = new ArrayList<>(List.of(first));
    items.addAll(items(")"));
    return new Expression.ListOf(List.copyOf(items));
  }

  private List<Expression> items(String end) {
    var items = new ArrayList<Expression>();
    while (!in.isOperator(end)) {
      items.add(expression());
      if (!in.takeOperator(",")) {
        break;
      }
    }
    in.expectOperator(end);
    return List.copyOf(items);
  }

  private Expression map() {
    var entries = new ArrayList<Map.Entry<Expression, Expression>>();
    while (!in.isOperator("}")) {
      Expression key = expression();
      in.expectOperator(":");
      entries.add(Map.entry(key, expression()));
      if (!in.takeOperator(",")) {
        break;
      }
    }
    in.expectOperator("}");
    return new Expression.MapOf(List.copyOf(entries));
  }
}
