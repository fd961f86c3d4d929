package dev.coderev.model.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Computes the values of expressions in one scope. */
final class Evaluator {

  private static final int LONGEST = 16 << 20;

  private final Scope scope;

  Evaluator(Scope scope) {
    this.scope = scope;
  }

  Object value(Expression expression) {
    return switch (expression) {
      case Expression.Literal(Object value) -> value;
      case Expression.Name(String name, int line) -> name(name);
      case Expression.ListOf(List<Expression> items) -> values(items);
      case Expression.MapOf(List<Map.Entry<Expression, Expression>> entries) -> map(entries);
      case Expression.Unary(String operator, Expression operand) -> unary(operator, value(operand));
      case Expression.Binary binary -> binary(binary);
      case Expression.Choice(Expression condition, Expression yes, Optional<Expression> no) -> {
        if (Values.truth(value(condition))) {
          yield value(yes);
        }
        yield no.isPresent() ? value(no.get()) : None.UNDEFINED;
      }
      case Expression.Attribute(Expression of, String name) -> Members.get(value(of), name);
      case Expression.Subscript(Expression of, Expression index) ->
          Members.at(value(of), value(index));
      case Expression.Slice slice -> slice(slice);
      case Expression.Call call -> call(call);
      case Expression.Filter filter ->
          Filters.apply(
              filter.name(), value(filter.of()), arguments(filter.arguments()), filter.line());
      case Expression.Test test ->
          Tests.holds(test.name(), value(test.of()), values(test.arguments()), test.line())
              != test.negated();
    };
  }

  private Object name(String name) {
    Object value = scope.get(name);
    return value == None.UNDEFINED ? Functions.named(name) : value;
  }

  private List<Object> values(List<Expression> expressions) {
    var values = new ArrayList<>();
    expressions.forEach(it -> values.add(value(it)));
    return values;
  }

  private Map<Object, Object> map(List<Map.Entry<Expression, Expression>> entries) {
    var map = new LinkedHashMap<Object, Object>();
    entries.forEach(it -> map.put(value(it.getKey()), value(it.getValue())));
    return map;
  }

  private Function.Call arguments(Expression.Arguments arguments) {
    var named = new LinkedHashMap<String, Object>();
    arguments.named().forEach((name, value) -> named.put(name, value(value)));
    return new Function.Call(values(arguments.positional()), named);
  }

  private Object call(Expression.Call call) {
    Function.Call arguments = arguments(call.arguments());
    if (call.callee() instanceof Expression.Attribute(Expression of, String name)) {
      Object receiver = value(of);
      Object member = Members.get(receiver, name);
      if (!(member instanceof Function)) {
        return Methods.call(receiver, name, arguments, call.line());
      }
    }
    if (value(call.callee()) instanceof Function function) {
      return function.apply(arguments);
    }
    throw new TemplateError(call.line(), "what is called is no function");
  }

  private static Object unary(String operator, Object operand) {
    return switch (operator) {
      case "not" -> !Values.truth(operand);
      case "-" ->
          operand instanceof Long number ? (Object) (-number) : (Object) (-Values.number(operand));
      default -> operand;
    };
  }

  private Object binary(Expression.Binary binary) {
    Object left = value(binary.left());
    switch (binary.operator()) {
      case "and" -> {
        return Values.truth(left) ? value(binary.right()) : left;
      }
      case "or" -> {
        return Values.truth(left) ? left : value(binary.right());
      }
      default -> {}
    }
    Object right = value(binary.right());
    return switch (binary.operator()) {
      case "==" -> Values.equal(left, right);
      case "!=" -> !Values.equal(left, right);
      case "in" -> Tests.contains(right, left);
      case "~" -> Values.text(left) + Values.text(right);
      case "<", "<=", ">", ">=" -> compare(binary.operator(), left, right);
      default -> arithmetic(binary.operator(), left, right, binary.line());
    };
  }

  private static boolean compare(String operator, Object left, Object right) {
    int order =
        left instanceof String one && right instanceof String other
            ? one.compareTo(other)
            : Double.compare(Values.number(left), Values.number(right));
    return switch (operator) {
      case "<" -> order < 0;
      case "<=" -> order <= 0;
      case ">" -> order > 0;
      default -> order >= 0;
    };
  }

  private static Object arithmetic(String operator, Object left, Object right, int line) {
    if (operator.equals("+") && left instanceof String one && right instanceof String other) {
      return limited(one + other);
    }
    if (operator.equals("+") && left instanceof List<?> one && right instanceof List<?> other) {
      var joined = new ArrayList<Object>(one);
      joined.addAll(other);
      return joined;
    }
    if (operator.equals("*") && left instanceof String text) {
      long times = Math.max(0, Values.whole(right));
      if (times * text.length() > LONGEST) {
        throw new TemplateError(line, "a text grows too long");
      }
      return text.repeat((int) times);
    }
    boolean wholes = left instanceof Long && right instanceof Long;
    try {
      return wholes && !operator.equals("/")
          ? whole(operator, Values.whole(left), Values.whole(right))
          : real(operator, Values.number(left), Values.number(right));
    } catch (ArithmeticException e) {
      throw new TemplateError(line, "cannot compute: " + e.getMessage());
    } catch (TemplateError e) {
      throw new TemplateError(line, "\"" + operator + "\": " + e.getMessage());
    }
  }

  private static String limited(String text) {
    if (text.length() > LONGEST) {
      throw new TemplateError("a text grows too long");
    }
    return text;
  }

  private static Object whole(String operator, long left, long right) {
    return switch (operator) {
      case "+" -> Math.addExact(left, right);
      case "-" -> Math.subtractExact(left, right);
      case "*" -> Math.multiplyExact(left, right);
      case "//" -> Math.floorDiv(left, right);
      case "%" -> Math.floorMod(left, right);
      default -> (long) Math.pow((double) left, (double) right);
    };
  }

  private static Object real(String operator, double left, double right) {
    return switch (operator) {
      case "+" -> left + right;
      case "-" -> left - right;
      case "*" -> left * right;
      case "/" -> left / right;
      case "//" -> Math.floor(left / right);
      case "%" -> left - right * Math.floor(left / right);
      default -> Math.pow(left, right);
    };
  }

  private Object slice(Expression.Slice slice) {
    Object of = value(slice.of());
    List<Object> items = Values.items(of);
    int size = items.size();
    long step = slice.step().map(it -> Values.whole(value(it))).orElse(1L);
    if (step == 0) {
      throw new TemplateError("a slice cannot step by 0");
    }
    boolean up = step > 0;
    long from = slice.from().map(it -> bound(it, size, up)).orElse(up ? 0L : size - 1L);
    long to = slice.to().map(it -> bound(it, size, up)).orElse(up ? (long) size : -1L);
    var kept = new ArrayList<Object>();
    for (long i = from; up ? i < to : i > to; i += step) {
      kept.add(items.get((int) i));
    }
    return of instanceof String
        ? String.join("", kept.stream().map(Values::string).toList())
        : kept;
  }

  private long bound(Expression expression, int size, boolean up) {
    long index = Values.whole(value(expression));
    long positive = index < 0 ? index + size : index;
    return up ? Math.clamp(positive, 0, size) : Math.clamp(positive, -1, size - 1);
  }
}
