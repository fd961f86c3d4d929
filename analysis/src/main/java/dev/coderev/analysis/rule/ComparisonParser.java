package dev.coderev.analysis.rule;

import dev.coderev.analysis.rule.ComparisonExpression.Binary;
import dev.coderev.analysis.rule.ComparisonExpression.BooleanLiteral;
import dev.coderev.analysis.rule.ComparisonExpression.Call;
import dev.coderev.analysis.rule.ComparisonExpression.FloatLiteral;
import dev.coderev.analysis.rule.ComparisonExpression.IntegerLiteral;
import dev.coderev.analysis.rule.ComparisonExpression.ListLiteral;
import dev.coderev.analysis.rule.ComparisonExpression.Metavariable;
import dev.coderev.analysis.rule.ComparisonExpression.StringLiteral;
import dev.coderev.analysis.rule.ComparisonExpression.Unary;
import dev.coderev.analysis.rule.ExpressionTokens.ExpressionInvalid;
import dev.coderev.analysis.rule.ExpressionTokens.Token;
import dev.coderev.analysis.rule.ExpressionTokens.TokenType;
import dev.coderev.analysis.yaml.NearestWord;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A parser of {@code comparison}, with the precedence of Python's operators. */
final class ComparisonParser {
  /** The functions that may be called, and how many arguments each takes at least and at most. */
  private static final Map<String, int[]> FUNCTIONS =
      Map.of(
          "int", new int[] {1, 1},
          "float", new int[] {1, 1},
          "str", new int[] {1, 1},
          "len", new int[] {1, 1},
          "today", new int[] {0, 0},
          "strptime", new int[] {1, 2},
          "parse_promql_duration", new int[] {1, 1},
          "re.match", new int[] {2, 3});

  private static final List<Set<String>> BINARY_LEVELS =
      List.of(
          Set.of("|"),
          Set.of("^"),
          Set.of("&"),
          Set.of("<<", ">>"),
          Set.of("+", "-"),
          Set.of("*", "/", "//", "%"));

  private final ExpressionTokens tokens;

  private ComparisonParser(ExpressionTokens tokens) {
    this.tokens = tokens;
  }

  static ComparisonExpression parse(String text) throws ExpressionInvalid {
    ComparisonParser parser = new ComparisonParser(new ExpressionTokens(text));
    ComparisonExpression expression = parser.disjunction();
    parser.tokens.expectEnd();
    return expression;
  }

  private ComparisonExpression disjunction() throws ExpressionInvalid {
    ComparisonExpression left = conjunction();
    while (tokens.take("or")) {
      left = new Binary("or", left, conjunction());
    }
    return left;
  }

  private ComparisonExpression conjunction() throws ExpressionInvalid {
    ComparisonExpression left = negation();
    while (tokens.take("and")) {
      left = new Binary("and", left, negation());
    }
    return left;
  }

  private ComparisonExpression negation() throws ExpressionInvalid {
    tokens.enter();
    try {
      return tokens.take("not") ? new Unary("not", negation()) : comparison();
    } finally {
      tokens.leave();
    }
  }

  private ComparisonExpression comparison() throws ExpressionInvalid {
    ComparisonExpression left = arithmetic(0);
    String operator = comparisonOperator();
    if (operator.isEmpty()) {
      return left;
    }
    ComparisonExpression right = arithmetic(0);
    String second = comparisonOperator();
    if (!second.isEmpty()) {
      throw new ExpressionInvalid(
          "comparisons cannot be chained: write 'a " + operator + " b and b " + second + " c'");
    }
    return new Binary(operator, left, right);
  }

  private String comparisonOperator() throws ExpressionInvalid {
    for (String operator : List.of("==", "!=", "<=", ">=", "<", ">", "in")) {
      if (tokens.take(operator)) {
        return operator;
      }
    }
    if (tokens.take("not")) {
      tokens.expect("in");
      return "not in";
    }
    return "";
  }

  private ComparisonExpression arithmetic(int level) throws ExpressionInvalid {
    if (level == BINARY_LEVELS.size()) {
      return unary();
    }
    ComparisonExpression left = arithmetic(level + 1);
    while (true) {
      Token token = tokens.peek();
      if (token.type() != TokenType.OPERATOR || !BINARY_LEVELS.get(level).contains(token.text())) {
        return left;
      }
      tokens.next();
      left = new Binary(token.text(), left, arithmetic(level + 1));
    }
  }

  private ComparisonExpression unary() throws ExpressionInvalid {
    tokens.enter();
    try {
      for (String operator : List.of("-", "+", "~")) {
        if (tokens.take(operator)) {
          return new Unary(operator, unary());
        }
      }
      ComparisonExpression base = atom();
      return tokens.take("**") ? new Binary("**", base, unary()) : base;
    } finally {
      tokens.leave();
    }
  }

  private ComparisonExpression atom() throws ExpressionInvalid {
    if (tokens.take("(")) {
      ComparisonExpression inner = disjunction();
      tokens.expect(")");
      return inner;
    }
    if (tokens.take("[")) {
      return new ListLiteral(items("]"));
    }
    Token token = tokens.next();
    return switch (token.type()) {
      case NUMBER -> number(token.text());
      case STRING -> new StringLiteral(strings(token.text()));
      case METAVARIABLE -> metavariable(token.text());
      case WORD -> word(token.text());
      case OPERATOR, END ->
          throw new ExpressionInvalid(
              "a value expected instead of " + ExpressionTokens.shown(token));
    };
  }

  private static ComparisonExpression metavariable(String name) throws ExpressionInvalid {
    if (!MetavariableNames.isLegal(name)) {
      throw new ExpressionInvalid("'" + name + "' is no metavariable");
    }
    return new Metavariable(name);
  }

  private ComparisonExpression word(String word) throws ExpressionInvalid {
    switch (word) {
      case "True", "true" -> {
        return new BooleanLiteral(true);
      }
      case "False", "false" -> {
        return new BooleanLiteral(false);
      }
      default -> {}
    }
    StringBuilder name = new StringBuilder(word);
    while (tokens.take(".")) {
      name.append('.').append(tokens.next().text());
    }
    int[] arity = FUNCTIONS.get(name.toString());
    if (arity == null) {
      throw new ExpressionInvalid(
          "unknown name '" + name + "'" + NearestWord.hint(name.toString(), FUNCTIONS.keySet()));
    }
    tokens.expect("(");
    List<ComparisonExpression> arguments = items(")");
    if (arguments.size() < arity[0] || arguments.size() > arity[1]) {
      throw new ExpressionInvalid(name + "() does not take " + arguments.size() + " arguments");
    }
    return new Call(name.toString(), arguments);
  }

  private List<ComparisonExpression> items(String close) throws ExpressionInvalid {
    List<ComparisonExpression> items = new ArrayList<>();
    while (!tokens.take(close)) {
      if (!items.isEmpty()) {
        tokens.expect(",");
        if (tokens.take(close)) {
          break;
        }
      }
      items.add(disjunction());
    }
    return items;
  }

  private static ComparisonExpression number(String text) throws ExpressionInvalid {
    String lower = text.toLowerCase(Locale.ROOT);
    try {
      if (lower.startsWith("0x")) {
        return new IntegerLiteral(Long.parseLong(lower.substring(2), 16));
      }
      if (lower.startsWith("0o")) {
        return new IntegerLiteral(Long.parseLong(lower.substring(2), 8));
      }
      if (lower.startsWith("0b")) {
        return new IntegerLiteral(Long.parseLong(lower.substring(2), 2));
      }
      return lower.contains(".") || lower.contains("e")
          ? new FloatLiteral(Double.parseDouble(lower))
          : new IntegerLiteral(Long.parseLong(lower));
    } catch (NumberFormatException e) {
      throw new ExpressionInvalid("the number " + text + " is out of range");
    }
  }

  /** Adjacent literals are one. */
  private String strings(String first) {
    StringBuilder all = new StringBuilder(unquoted(first));
    while (tokens.peek().type() == TokenType.STRING) {
      all.append(unquoted(tokens.next().text()));
    }
    return all.toString();
  }

  private static String unquoted(String literal) {
    int quote = Math.max(literal.indexOf('"'), 0);
    int single = literal.indexOf('\'');
    if (literal.indexOf('"') < 0 || (single >= 0 && single < quote)) {
      quote = single;
    }
    String content = literal.substring(quote + 1, literal.length() - 1);
    boolean raw = literal.substring(0, quote).toLowerCase(Locale.ROOT).contains("r");
    return raw ? content : unescaped(content);
  }

  private static String unescaped(String content) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < content.length(); i++) {
      char c = content.charAt(i);
      if (c != '\\' || i + 1 == content.length()) {
        out.append(c);
        continue;
      }
      char escaped = content.charAt(++i);
      switch (escaped) {
        case 'n' -> out.append('\n');
        case 't' -> out.append('\t');
        case 'r' -> out.append('\r');
        case '\\', '\'', '"' -> out.append(escaped);
        default -> out.append('\\').append(escaped);
      }
    }
    return out.toString();
  }
}
