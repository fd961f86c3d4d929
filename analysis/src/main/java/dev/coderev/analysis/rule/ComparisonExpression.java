package dev.coderev.analysis.rule;

import java.util.List;

/** An expression of {@code metavariable-comparison}: a small subset of Python's. */
public sealed interface ComparisonExpression {
  record Metavariable(String name) implements ComparisonExpression {}

  record IntegerLiteral(long value) implements ComparisonExpression {}

  record FloatLiteral(double value) implements ComparisonExpression {}

  record StringLiteral(String value) implements ComparisonExpression {}

  record BooleanLiteral(boolean value) implements ComparisonExpression {}

  record ListLiteral(List<ComparisonExpression> elements) implements ComparisonExpression {
    public ListLiteral {
      elements = List.copyOf(elements);
    }
  }

  /** {@code not - + ~}. */
  record Unary(String operator, ComparisonExpression operand) implements ComparisonExpression {}

  /** {@code + - * / % ** & | ^ << >> == != < <= > >= in, not in, and, or}. */
  record Binary(String operator, ComparisonExpression left, ComparisonExpression right)
      implements ComparisonExpression {}

  /** {@code int(x) str(x) today() strptime(x) re.match(regex, x)} by their dotted name. */
  record Call(String function, List<ComparisonExpression> arguments)
      implements ComparisonExpression {
    public Call {
      arguments = List.copyOf(arguments);
    }
  }
}
