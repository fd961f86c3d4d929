package dev.coderev.analysis.taint;

import dev.coderev.analysis.source.Language;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The value of operators and of well-known pure methods on constants: what decides branches, keys
 * and indexes. Null where the value is not known.
 */
final class Folding {
  private static final int LONGEST_TEXT = 4096;

  private Folding() {}

  static @Nullable Object operation(String operator, List<Value> operands, Language language) {
    if ((operator.equals("in") || operator.equals("not in")) && operands.size() == 2) {
      Boolean contains = contains(operands.get(1), operands.getFirst().constant());
      if (contains != null) {
        return operator.equals("in") == contains;
      }
    }
    for (Value operand : operands) {
      if (operand.constant() == null && !operator.equals("&&") && !operator.equals("||")) {
        return null;
      }
    }
    return switch (operands.size()) {
      case 1 -> unary(operator, operands.getFirst().constant());
      case 2 ->
          binary(operator, operands.getFirst().constant(), operands.get(1).constant(), language);
      default -> operator.equals("template") ? concatenation(operands) : null;
    };
  }

  private static @Nullable Object unary(String operator, @Nullable Object value) {
    return switch (operator) {
      case "!1", "not1" -> value instanceof Boolean truth ? (Object) !truth : null;
      case "-1" ->
          value instanceof Long number
              ? (Object) (-number)
              : value instanceof Double real ? (Object) (-real) : null;
      case "+1", "interpolate", "cast" -> value;
      case "template" -> value == null ? null : text(value);
      case "typeof1" ->
          switch (value) {
            case String _ -> "string";
            case Long _, Double _ -> "number";
            case Boolean _ -> "boolean";
            case null, default -> null;
          };
      default -> null;
    };
  }

  private static @Nullable Object concatenation(List<Value> operands) {
    StringBuilder text = new StringBuilder();
    for (Value operand : operands) {
      String part = operand.constant() == null ? null : text(operand.constant());
      if (part == null || text.length() + part.length() > LONGEST_TEXT) {
        return null;
      }
      text.append(part);
    }
    return text.toString();
  }

  private static @Nullable String text(@Nullable Object value) {
    return value instanceof String
            || value instanceof Character
            || value instanceof Long
            || value instanceof Boolean
        ? value.toString()
        : null;
  }

  /** Whether a container holds a constant, or has it as a key; null where that is not certain. */
  static @Nullable Boolean contains(Value container, @Nullable Object constant) {
    if (constant == null || !container.closed() || container.rest() != null) {
      return null;
    }
    if (container.size() < 0) {
      return container.cells().containsKey(constant);
    }
    boolean allKnown = true;
    for (Value element : container.cells().values()) {
      if (constant.equals(element.constant())) {
        return true;
      }
      allKnown &= element.constant() != null;
    }
    return allKnown ? (Boolean) false : null;
  }

  private static @Nullable Object binary(
      String operator, @Nullable Object left, @Nullable Object right, Language language) {
    switch (operator) {
      case "&&" -> {
        if (Boolean.FALSE.equals(left) || Boolean.FALSE.equals(right)) {
          return false;
        }
        return left instanceof Boolean && right instanceof Boolean ? (Object) true : null;
      }
      case "||" -> {
        if (Boolean.TRUE.equals(left) || Boolean.TRUE.equals(right)) {
          return true;
        }
        return left instanceof Boolean && right instanceof Boolean ? (Object) false : null;
      }
      case "==", "===", "is" -> {
        return equal(left, right);
      }
      case "!=", "!==", "is not" -> {
        Boolean equal = equal(left, right);
        return equal == null ? null : (Object) !equal;
      }
      default -> {}
    }
    if (left instanceof Long a && right instanceof Long b) {
      Object result = operator.equals("/") ? quotient(a, b, language) : whole(operator, a, b);
      return language == Language.JAVA && overflows(a, b, result) ? null : result;
    }
    if (left instanceof Character a && right instanceof Long b) {
      return operator.equals("+") && language != Language.JAVA ? null : whole(operator, a, b);
    }
    if (left instanceof Long a && right instanceof Character b) {
      return operator.equals("+") && language != Language.JAVA ? null : whole(operator, a, b);
    }
    if (operator.equals("+") || operator.equals(".") || operator.equals("template")) {
      String a = text(left);
      String b = text(right);
      boolean texts = left instanceof String || right instanceof String;
      return texts && a != null && b != null && a.length() + b.length() <= LONGEST_TEXT
          ? a + b
          : null;
    }
    if (left instanceof String a && right instanceof String b) {
      return switch (operator) {
        case "in" -> b.contains(a);
        case "not in" -> !b.contains(a);
        default -> null;
      };
    }
    if (left instanceof Number a && right instanceof Number b) {
      return real(operator, a.doubleValue(), b.doubleValue());
    }
    return null;
  }

  private static @Nullable Boolean equal(@Nullable Object left, @Nullable Object right) {
    if (left == null || right == null) {
      return null;
    }
    if (left instanceof Character c && right instanceof String s) {
      return s.equals(c.toString());
    }
    if (left instanceof String s && right instanceof Character c) {
      return s.equals(c.toString());
    }
    if (left instanceof Character c && right instanceof Long n) {
      return n == (long) c.charValue();
    }
    if (left instanceof Number a && right instanceof Number b) {
      return a.doubleValue() == b.doubleValue();
    }
    return left.equals(right);
  }

  private static @Nullable Object whole(String operator, long a, long b) {
    return switch (operator) {
      case "+" -> a + b;
      case "-" -> a - b;
      case "*" -> a * b;
      case "**" -> b < 0 || b > 62 ? null : (Object) (long) Math.pow((double) a, (double) b);
      case "//" -> b == 0 ? null : (Object) Math.floorDiv(a, b);
      case "%" -> b == 0 ? null : (Object) (a % b);
      case "<<" -> b < 0 || b > 62 ? null : (Object) (a << b);
      case ">>" -> b < 0 || b > 62 ? null : (Object) (a >> b);
      case "&" -> a & b;
      case "|" -> a | b;
      case "^" -> a ^ b;
      case "<" -> a < b;
      case "<=" -> a <= b;
      case ">" -> a > b;
      case ">=" -> a >= b;
      default -> null;
    };
  }

  /** Whether it depends on the types of the operands what an operation on integers gives. */
  private static boolean overflows(long a, long b, @Nullable Object result) {
    return result instanceof Long whole
        && (int) a == a
        && (int) b == b
        && (int) (long) whole != whole;
  }

  /** What {@code /} gives: a whole number, or not, as the language has it. */
  private static @Nullable Object quotient(long a, long b, Language language) {
    if (b == 0) {
      return null;
    }
    return switch (language) {
      case JAVASCRIPT, TYPESCRIPT, PHP -> a % b == 0 ? (Object) (a / b) : (Object) ((double) a / b);
      case PYTHON -> (double) a / b;
      default -> a / b;
    };
  }

  private static @Nullable Object real(String operator, double a, double b) {
    return switch (operator) {
      case "+" -> a + b;
      case "-" -> a - b;
      case "*" -> a * b;
      case "/" -> b == 0 ? null : (Object) (a / b);
      case "//" -> b == 0 ? null : (Object) Math.floor(a / b);
      case "<" -> a < b;
      case "<=" -> a <= b;
      case ">" -> a > b;
      case ">=" -> a >= b;
      default -> null;
    };
  }

  /** A call of a method without effects on a constant text. */
  static @Nullable Object method(String text, String name, List<Value> arguments) {
    Object first = arguments.isEmpty() ? null : arguments.getFirst().constant();
    if (!arguments.isEmpty() && first == null) {
      return null;
    }
    return switch (name) {
      case "charAt" -> first instanceof Long at ? at(text, at) : null;
      case "length", "size" -> (long) text.length();
      case "isEmpty" -> text.isEmpty();
      case "trim", "strip" -> arguments.isEmpty() ? text.strip() : null;
      case "toUpperCase", "upper", "toUpper" -> text.toUpperCase(java.util.Locale.ROOT);
      case "toLowerCase", "lower", "toLower" -> text.toLowerCase(java.util.Locale.ROOT);
      case "toString", "intern" -> text;
      case "equals" -> arguments.size() == 1 ? (Object) text.equals(first) : null;
      case "equalsIgnoreCase" ->
          first instanceof String other ? (Object) text.equalsIgnoreCase(other) : null;
      case "startsWith", "startswith" ->
          arguments.size() == 1 && first instanceof String other
              ? (Object) text.startsWith(other)
              : null;
      case "endsWith", "endswith" ->
          arguments.size() == 1 && first instanceof String other
              ? (Object) text.endsWith(other)
              : null;
      case "contains", "includes" ->
          first instanceof String other ? (Object) text.contains(other) : null;
      case "concat" -> first instanceof String other ? text + other : null;
      case "indexOf" ->
          arguments.size() == 1 && first instanceof String other
              ? (Object) (long) text.indexOf(other)
              : null;
      case "substring" -> substring(text, arguments);
      default -> null;
    };
  }

  /** The character of a text at an index, counted from the end where it is negative. */
  static @Nullable Object at(String text, long index) {
    long from = index < 0 ? text.length() + index : index;
    return from >= 0 && from < text.length() ? (Object) text.charAt((int) from) : null;
  }

  private static @Nullable Object substring(String text, List<Value> arguments) {
    Object from = arguments.isEmpty() ? null : arguments.getFirst().constant();
    Object to = arguments.size() == 2 ? arguments.get(1).constant() : (Object) (long) text.length();
    return from instanceof Long a && to instanceof Long b ? slice(text, a, b) : null;
  }

  static @Nullable Object slice(String text, long from, long to) {
    long a = Math.clamp(from < 0 ? text.length() + from : from, 0, text.length());
    long b = Math.clamp(to < 0 ? text.length() + to : to, a, text.length());
    return text.substring((int) a, (int) b);
  }
}
