package dev.coderev.analysis.rulepack;

import dev.coderev.analysis.pack.PackInput;
import dev.coderev.analysis.rule.ComparisonExpression;

/** What reads the expressions of comparisons. */
final class ComparisonDecoder {
  static final int METAVARIABLE = 0;
  static final int INTEGER = 1;
  static final int FLOAT = 2;
  static final int STRING = 3;
  static final int BOOLEAN = 4;
  static final int LIST = 5;
  static final int UNARY = 6;
  static final int BINARY = 7;
  static final int CALL = 8;

  private ComparisonDecoder() {}

  static ComparisonExpression expression(PackInput in) {
    return switch (in.number()) {
      case METAVARIABLE -> new ComparisonExpression.Metavariable(in.text());
      case INTEGER -> new ComparisonExpression.IntegerLiteral(in.wide());
      case FLOAT -> new ComparisonExpression.FloatLiteral(Double.longBitsToDouble(in.wide()));
      case STRING -> new ComparisonExpression.StringLiteral(in.text());
      case BOOLEAN -> new ComparisonExpression.BooleanLiteral(in.flag());
      case LIST -> new ComparisonExpression.ListLiteral(in.list(ComparisonDecoder::expression));
      case UNARY -> new ComparisonExpression.Unary(in.text(), expression(in));
      case BINARY -> new ComparisonExpression.Binary(in.text(), expression(in), expression(in));
      default -> new ComparisonExpression.Call(in.text(), in.list(ComparisonDecoder::expression));
    };
  }
}
