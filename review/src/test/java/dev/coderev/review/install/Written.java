package dev.coderev.review.install;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Records as text with everything that is in them, regular expressions' flags included. */
final class Written {
  private Written() {}

  static String out(Object value) {
    return switch (value) {
      case Record whole ->
          whole.getClass().getSimpleName()
              + Stream.of(whole.getClass().getRecordComponents())
                  .map(part -> part.getName() + "=" + out(part(whole, part)))
                  .collect(Collectors.joining(", ", "(", ")"));
      case List<?> list -> list.stream().map(Written::out).toList().toString();
      case Collection<?> set -> set.stream().map(Written::out).sorted().toList().toString();
      case Map<?, ?> map ->
          map.entrySet().stream()
              .map(entry -> out(entry.getKey()) + ": " + out(entry.getValue()))
              .sorted()
              .toList()
              .toString();
      case Optional<?> optional -> optional.map(Written::out).orElse("-");
      case Pattern regex -> "/" + regex.pattern() + "/" + regex.flags();
      default -> value.getClass().getSimpleName() + " " + value;
    };
  }

  private static Object part(Record whole, RecordComponent component) {
    try {
      return component.getAccessor().invoke(whole);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }
}
