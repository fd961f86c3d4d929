package dev.coderev.analysis.pattern;

import dev.coderev.analysis.resolve.Constant;
import dev.coderev.analysis.rule.ComparisonExpression;
import dev.coderev.analysis.rule.ComparisonExpression.Binary;
import dev.coderev.analysis.rule.ComparisonExpression.BooleanLiteral;
import dev.coderev.analysis.rule.ComparisonExpression.Call;
import dev.coderev.analysis.rule.ComparisonExpression.FloatLiteral;
import dev.coderev.analysis.rule.ComparisonExpression.IntegerLiteral;
import dev.coderev.analysis.rule.ComparisonExpression.ListLiteral;
import dev.coderev.analysis.rule.ComparisonExpression.Metavariable;
import dev.coderev.analysis.rule.ComparisonExpression.StringLiteral;
import dev.coderev.analysis.rule.ComparisonExpression.Unary;
import dev.coderev.analysis.rule.Condition.MetavariableComparison;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** {@code metavariable-comparison}: a small part of Python over what metavariables stand for. */
final class Comparisons {
  private final FileContext context;
  private final Bindings bindings;
  private final Deadline deadline;

  /** What an expression has come to. */
  private sealed interface Value {
    record Whole(long value) implements Value {}

    record Real(double value) implements Value {}

    record Text(String value) implements Value {}

    record Truth(boolean value) implements Value {}

    record Several(List<Value> values) implements Value {}

    /** Code that is no constant. */
    record Code(String text) implements Value {}
  }

  /** Something that has no value; the comparison then does not hold. */
  private static final class Undefined extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Undefined() {
      super(null, null, false, false);
    }
  }

  Comparisons(FileContext context, Bindings bindings, Deadline deadline) {
    this.context = context;
    this.bindings = bindings;
    this.deadline = deadline;
  }

  boolean holds(MetavariableComparison condition) {
    try {
      return evaluate(condition.comparison(), condition) instanceof Value.Truth(boolean truth)
          && truth;
    } catch (Undefined _) {
      return false;
    }
  }

  private Value evaluate(ComparisonExpression expression, MetavariableComparison condition) {
    return switch (expression) {
      case IntegerLiteral(long value) -> new Value.Whole(value);
      case FloatLiteral(double value) -> new Value.Real(value);
      case StringLiteral(String value) -> new Value.Text(value);
      case BooleanLiteral(boolean value) -> new Value.Truth(value);
      case ListLiteral(List<ComparisonExpression> elements) ->
          new Value.Several(elements.stream().map(e -> evaluate(e, condition)).toList());
      case Metavariable(String name) -> {
        Value value = valueOf(name);
        yield condition.strip() || condition.base().isPresent()
            ? toWhole(value, condition.base().orElse(0))
            : value;
      }
      case Unary(String operator, ComparisonExpression operand) ->
          unary(operator, evaluate(operand, condition));
      case Binary(String operator, ComparisonExpression left, ComparisonExpression right) ->
          binary(operator, left, right, condition);
      case Call(String function, List<ComparisonExpression> arguments) ->
          call(function, arguments.stream().map(a -> evaluate(a, condition)).toList());
    };
  }

  private Value valueOf(String name) {
    Binding binding = bindings.find(name);
    if (binding == null) {
      throw new Undefined();
    }
    if (!binding.isNode() || context.tree().isEmpty()) {
      return new Value.Text(binding.text());
    }
    Optional<Constant> constant = context.constants().of(binding.node());
    if (constant.isEmpty()) {
      return new Value.Code(binding.text());
    }
    return switch (constant.get()) {
      case Constant.Text(String text) -> new Value.Text(text);
      case Constant.SomeText() -> new Value.Code(binding.text());
      case Constant.Whole(long whole) -> new Value.Whole(whole);
      case Constant.Real(double real) -> new Value.Real(real);
      case Constant.Truth(boolean truth) -> new Value.Truth(truth);
    };
  }

  private static Value unary(String operator, Value operand) {
    return switch (operator) {
      case "not" -> new Value.Truth(!truth(operand));
      case "-" ->
          operand instanceof Value.Whole(long whole)
              ? new Value.Whole(-whole)
              : new Value.Real(-real(operand));
      case "+" -> operand;
      case "~" -> new Value.Whole(~whole(operand));
      default -> throw new Undefined();
    };
  }

  private Value binary(
      String operator,
      ComparisonExpression left,
      ComparisonExpression right,
      MetavariableComparison condition) {
    if (operator.equals("and")) {
      return new Value.Truth(truth(evaluate(left, condition)) && truth(evaluate(right, condition)));
    }
    if (operator.equals("or")) {
      return new Value.Truth(truth(evaluate(left, condition)) || truth(evaluate(right, condition)));
    }
    Value a = evaluate(left, condition);
    Value b = evaluate(right, condition);
    return switch (operator) {
      case "==" -> new Value.Truth(equal(a, b));
      case "!=" -> new Value.Truth(!equal(a, b));
      case "in" -> new Value.Truth(isIn(a, b));
      case "not in" -> new Value.Truth(!isIn(a, b));
      case "<" -> new Value.Truth(real(a) < real(b));
      case "<=" -> new Value.Truth(real(a) <= real(b));
      case ">" -> new Value.Truth(real(a) > real(b));
      case ">=" -> new Value.Truth(real(a) >= real(b));
      case "+" ->
          a instanceof Value.Text(String x) && b instanceof Value.Text(String y)
              ? new Value.Text(x + y)
              : arithmetic(operator, a, b);
      case "-", "*", "/", "//", "%", "**" -> arithmetic(operator, a, b);
      case "&" -> new Value.Whole(whole(a) & whole(b));
      case "|" -> new Value.Whole(whole(a) | whole(b));
      case "^" -> new Value.Whole(whole(a) ^ whole(b));
      case "<<" -> new Value.Whole(whole(a) << whole(b));
      case ">>" -> new Value.Whole(whole(a) >> whole(b));
      default -> throw new Undefined();
    };
  }

  private static Value arithmetic(String operator, Value a, Value b) {
    if (a instanceof Value.Whole(long x) && b instanceof Value.Whole(long y)) {
      if (y == 0 && (operator.startsWith("/") || operator.equals("%"))) {
        throw new Undefined();
      }
      return new Value.Whole(
          switch (operator) {
            case "+" -> x + y;
            case "-" -> x - y;
            case "*" -> x * y;
            case "/" -> x / y;
            case "//" -> Math.floorDiv(x, y);
            case "%" -> Math.floorMod(x, y);
            default -> (long) Math.pow((double) x, (double) y);
          });
    }
    double x = real(a);
    double y = real(b);
    return new Value.Real(
        switch (operator) {
          case "+" -> x + y;
          case "-" -> x - y;
          case "*" -> x * y;
          case "/" -> x / y;
          case "//" -> Math.floor(x / y);
          case "%" -> x % y;
          default -> Math.pow(x, y);
        });
  }

  private Value call(String function, List<Value> arguments) {
    return switch (function) {
      case "int" -> toWhole(only(arguments), 0);
      case "float" -> toReal(only(arguments));
      case "str" -> new Value.Text(show(only(arguments)));
      case "len" -> new Value.Whole(show(only(arguments)).length());
      case "lower" -> new Value.Text(show(only(arguments)).toLowerCase(Locale.ROOT));
      case "today" -> new Value.Whole(LocalDate.now(ZoneOffset.UTC).toEpochDay());
      case "strptime" -> date(show(arguments.isEmpty() ? unknown() : arguments.getFirst()));
      case "re.match" -> {
        if (arguments.size() != 2) {
          throw new Undefined();
        }
        yield new Value.Truth(matches(show(arguments.getFirst()), show(arguments.getLast())));
      }
      default -> throw new Undefined();
    };
  }

  private static Value unknown() {
    throw new Undefined();
  }

  private static Value only(List<Value> arguments) {
    if (arguments.size() != 1) {
      throw new Undefined();
    }
    return arguments.getFirst();
  }

  private static Value date(String text) {
    try {
      return new Value.Whole(LocalDate.parse(text).toEpochDay());
    } catch (DateTimeParseException _) {
      return unknown();
    }
  }

  private boolean matches(String regex, String text) {
    try {
      return Pattern.compile(regex).matcher(new DeadlineText(text, deadline)).lookingAt();
    } catch (PatternSyntaxException _) {
      throw new Undefined();
    }
  }

  private static Value toReal(Value value) {
    if (!(value instanceof Value.Text(String text))) {
      return new Value.Real(real(value));
    }
    try {
      return new Value.Real(Double.parseDouble(text));
    } catch (NumberFormatException _) {
      return unknown();
    }
  }

  private static Value toWhole(Value value, int base) {
    return switch (value) {
      case Value.Whole _ -> value;
      case Value.Real(double real) -> new Value.Whole((long) real);
      case Value.Truth(boolean truth) -> new Value.Whole(truth ? 1 : 0);
      case Value.Text(String text) -> parse(text, base);
      case Value.Code(String text) -> parse(text, base);
      case Value.Several _ -> throw new Undefined();
    };
  }

  private static Value parse(String text, int base) {
    String digits =
        text.strip().replace("_", "").replaceAll("^[\"'`]|[\"'`]$", "").toLowerCase(Locale.ROOT);
    try {
      if (base > 1) {
        return new Value.Whole(Long.parseLong(digits.replaceFirst("^0[xob]", ""), base));
      }
      if (digits.startsWith("0x")) {
        return new Value.Whole(Long.parseLong(digits.substring(2), 16));
      }
      if (digits.startsWith("0o")) {
        return new Value.Whole(Long.parseLong(digits.substring(2), 8));
      }
      if (digits.startsWith("0b")) {
        return new Value.Whole(Long.parseLong(digits.substring(2), 2));
      }
      return new Value.Whole(Long.parseLong(digits));
    } catch (NumberFormatException _) {
      return unknown();
    }
  }

  private static boolean isIn(Value a, Value b) {
    return switch (b) {
      case Value.Several(List<Value> values) -> values.stream().anyMatch(v -> equal(a, v));
      case Value.Text(String text) -> text.contains(show(a));
      default -> throw new Undefined();
    };
  }

  private static boolean equal(Value a, Value b) {
    if (a instanceof Value.Code || b instanceof Value.Code) {
      throw new Undefined();
    }
    boolean numbers =
        (a instanceof Value.Real || a instanceof Value.Whole)
            && (b instanceof Value.Real || b instanceof Value.Whole);
    return numbers ? real(a) == real(b) : Objects.equals(a, b);
  }

  private static boolean truth(Value value) {
    if (value instanceof Value.Truth(boolean truth)) {
      return truth;
    }
    throw new Undefined();
  }

  private static long whole(Value value) {
    if (value instanceof Value.Whole(long whole)) {
      return whole;
    }
    throw new Undefined();
  }

  private static double real(Value value) {
    return switch (value) {
      case Value.Whole(long whole) -> whole;
      case Value.Real(double real) -> real;
      default -> throw new Undefined();
    };
  }

  private static String show(Value value) {
    return switch (value) {
      case Value.Whole(long whole) -> Long.toString(whole);
      case Value.Real(double real) -> Double.toString(real);
      case Value.Text(String text) -> text;
      case Value.Truth(boolean truth) -> truth ? "True" : "False";
      case Value.Code(String text) -> text;
      case Value.Several _ -> throw new Undefined();
    };
  }
}
