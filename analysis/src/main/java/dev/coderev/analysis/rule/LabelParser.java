package dev.coderev.analysis.rule;

import dev.coderev.analysis.rule.ExpressionTokens.ExpressionInvalid;
import dev.coderev.analysis.rule.ExpressionTokens.Token;
import dev.coderev.analysis.rule.ExpressionTokens.TokenType;

/** A parser of {@code requires}: labels joined by {@code not}, {@code and}, {@code or}. */
final class LabelParser {
  private final ExpressionTokens tokens;

  private LabelParser(ExpressionTokens tokens) {
    this.tokens = tokens;
  }

  static LabelExpression parse(String text) throws ExpressionInvalid {
    LabelParser parser = new LabelParser(new ExpressionTokens(text));
    LabelExpression expression = parser.disjunction();
    parser.tokens.expectEnd();
    return expression;
  }

  private LabelExpression disjunction() throws ExpressionInvalid {
    LabelExpression left = conjunction();
    while (tokens.take("or")) {
      left = new LabelExpression.Or(left, conjunction());
    }
    return left;
  }

  private LabelExpression conjunction() throws ExpressionInvalid {
    LabelExpression left = negation();
    while (tokens.take("and")) {
      left = new LabelExpression.And(left, negation());
    }
    return left;
  }

  private LabelExpression negation() throws ExpressionInvalid {
    tokens.enter();
    try {
      return tokens.take("not") ? new LabelExpression.Not(negation()) : atom();
    } finally {
      tokens.leave();
    }
  }

  private LabelExpression atom() throws ExpressionInvalid {
    if (tokens.take("(")) {
      LabelExpression inner = disjunction();
      tokens.expect(")");
      return inner;
    }
    Token token = tokens.next();
    if (token.type() != TokenType.WORD || token.text().equals("and") || token.text().equals("or")) {
      throw new ExpressionInvalid("a label expected instead of " + ExpressionTokens.shown(token));
    }
    return switch (token.text()) {
      case "True", "true" -> new LabelExpression.Constant(true);
      case "False", "false" -> new LabelExpression.Constant(false);
      default -> new LabelExpression.Label(token.text());
    };
  }
}
