package dev.coderev.model.template;

import java.util.List;
import java.util.Map;

/** The tests that can follow {@code is}, and containment. */
final class Tests {

  private Tests() {}

  static boolean holds(String name, Object value, List<Object> arguments, int line) {
    return switch (name) {
      case "defined" -> value != None.UNDEFINED;
      case "undefined" -> value == None.UNDEFINED;
      case "none" -> value == None.NONE;
      case "string" -> value instanceof String;
      case "mapping" -> value instanceof Map;
      case "sequence", "iterable" ->
          value instanceof List || value instanceof String || value instanceof Map;
      case "number" -> value instanceof Number;
      case "integer" -> value instanceof Long;
      case "float" -> value instanceof Double;
      case "boolean" -> value instanceof Boolean;
      case "true" -> Boolean.TRUE.equals(value);
      case "false" -> Boolean.FALSE.equals(value);
      case "callable" -> value instanceof Function;
      case "even" -> Values.whole(value) % 2 == 0;
      case "odd" -> Values.whole(value) % 2 != 0;
      case "divisibleby" -> Values.whole(value) % Values.whole(arguments.getFirst()) == 0;
      case "eq", "equalto", "sameas" -> Values.equal(value, arguments.getFirst());
      case "ne" -> !Values.equal(value, arguments.getFirst());
      case "in" -> contains(arguments.getFirst(), value);
      default -> throw new TemplateError(line, "the test \"" + name + "\" is not supported");
    };
  }

  static boolean contains(Object container, Object item) {
    return switch (container) {
      case String text -> text.contains(Values.string(item));
      case Map<?, ?> map -> map.containsKey(item);
      case List<?> list -> list.stream().anyMatch(it -> Values.equal(it, item));
      default -> throw new TemplateError(Values.kind(container) + " contains nothing");
    };
  }
}
