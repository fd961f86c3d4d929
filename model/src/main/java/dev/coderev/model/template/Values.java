package dev.coderev.model.template;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** What Python says of the values of templates: their truth, their text, their items. */
final class Values {

  private Values() {}

  static boolean truth(Object value) {
    return switch (value) {
      case None ignored -> false;
      case Boolean yes -> yes;
      case Long number -> number != 0;
      case Double number -> number != 0;
      case String text -> !text.isEmpty();
      case List<?> list -> !list.isEmpty();
      case Map<?, ?> map -> !map.isEmpty();
      default -> true;
    };
  }

  /** The text that printing gives. */
  static String text(Object value) {
    return switch (value) {
      case None none -> none == None.NONE ? "None" : "";
      case Boolean yes -> yes ? "True" : "False";
      case Double real -> decimal(real);
      case String text -> text;
      case List<?> list ->
          list.stream().map(Values::quoted).collect(Collectors.joining(", ", "[", "]"));
      case Map<?, ?> map ->
          map.entrySet().stream()
              .map(it -> quoted(it.getKey()) + ": " + quoted(it.getValue()))
              .collect(Collectors.joining(", ", "{", "}"));
      default -> value.toString();
    };
  }

  /** The text inside a list or map. */
  private static String quoted(Object value) {
    if (!(value instanceof String text)) {
      return text(value);
    }
    char quote = text.contains("'") && !text.contains("\"") ? '"' : '\'';
    String escaped =
        text.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t").replace("\r", "\\r");
    return quote + (quote == '\'' ? escaped.replace("'", "\\'") : escaped) + quote;
  }

  private static String decimal(double number) {
    if (number == Math.rint(number) && Math.abs(number) < 1e16) {
      return BigDecimal.valueOf(number).setScale(1).toPlainString();
    }
    return Double.toString(number);
  }

  /** What a loop goes over: items of a list, keys of a map, characters of a text. */
  static List<Object> items(Object value) {
    return switch (value) {
      case List<?> list -> new ArrayList<>(list);
      case Map<?, ?> map -> new ArrayList<>(map.keySet());
      case String text -> new ArrayList<>(text.codePoints().mapToObj(Character::toString).toList());
      default -> throw new TemplateError(kind(value) + " has no items");
    };
  }

  static boolean equal(Object left, Object right) {
    if (left instanceof Number && right instanceof Number) {
      return number(left) == number(right);
    }
    return Objects.equals(left, right);
  }

  static double number(Object value) {
    return switch (value) {
      case Long number -> number;
      case Double number -> number;
      case Boolean yes -> yes ? 1 : 0;
      default -> throw new TemplateError(kind(value) + " is no number");
    };
  }

  static long whole(Object value) {
    return switch (value) {
      case Long number -> number;
      case Boolean yes -> yes ? 1 : 0;
      default -> throw new TemplateError(kind(value) + " is no whole number");
    };
  }

  static String string(Object value) {
    if (value instanceof String text) {
      return text;
    }
    throw new TemplateError(kind(value) + " is no text");
  }

  static String kind(Object value) {
    return switch (value) {
      case None none -> none == None.NONE ? "none" : "an undefined value";
      case String ignored -> "a text";
      case Boolean ignored -> "a truth value";
      case Number ignored -> "a number";
      case List<?> ignored -> "a list";
      case Map<?, ?> ignored -> "a map";
      default -> "this";
    };
  }
}
