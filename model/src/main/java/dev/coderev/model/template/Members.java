package dev.coderev.model.template;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Attributes and subscripts; what is not there is undefined, of what is undefined it is an error.
 */
final class Members {

  private Members() {}

  static Object get(Object of, String name) {
    return switch (of) {
      case Map<?, ?> map -> found(map.get(name));
      case Namespace namespace -> found(namespace.members().get(name));
      case None none when none == None.UNDEFINED ->
          throw new TemplateError("\"" + name + "\" is asked of an undefined value");
      default -> None.UNDEFINED;
    };
  }

  static Object at(Object of, Object index) {
    return switch (of) {
      case Map<?, ?> map -> found(map.get(index));
      case List<?> list when index instanceof Long place -> item(list, place);
      case String text when index instanceof Long place -> item(Values.items(text), place);
      case Namespace namespace -> get(namespace, Values.text(index));
      case None none when none == None.UNDEFINED ->
          throw new TemplateError("a member is asked of an undefined value");
      default -> None.UNDEFINED;
    };
  }

  private static Object item(List<?> list, long index) {
    long place = index < 0 ? index + list.size() : index;
    return place >= 0 && place < list.size() ? found(list.get((int) place)) : None.UNDEFINED;
  }

  private static Object found(@Nullable Object value) {
    return value == null ? None.UNDEFINED : value;
  }
}
