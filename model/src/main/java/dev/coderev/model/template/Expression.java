package dev.coderev.model.template;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A value of a template that is still to be computed. */
sealed interface Expression {

  record Literal(Object value) implements Expression {}

  record Name(String name, int line) implements Expression {}

  record ListOf(List<Expression> items) implements Expression {}

  record MapOf(List<Map.Entry<Expression, Expression>> entries) implements Expression {}

  record Unary(String operator, Expression operand) implements Expression {}

  record Binary(String operator, Expression left, Expression right, int line)
      implements Expression {}

  record Choice(Expression condition, Expression yes, Optional<Expression> no)
      implements Expression {}

  record Attribute(Expression of, String name) implements Expression {}

  record Subscript(Expression of, Expression index) implements Expression {}

  record Slice(
      Expression of, Optional<Expression> from, Optional<Expression> to, Optional<Expression> step)
      implements Expression {}

  record Call(Expression callee, Arguments arguments, int line) implements Expression {}

  record Filter(Expression of, String name, Arguments arguments, int line) implements Expression {}

  record Test(Expression of, String name, List<Expression> arguments, boolean negated, int line)
      implements Expression {}

  record Arguments(List<Expression> positional, Map<String, Expression> named) {
    static final Arguments NONE = new Arguments(List.of(), Map.of());
  }
}
