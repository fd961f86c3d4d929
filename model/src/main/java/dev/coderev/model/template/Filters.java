package dev.coderev.model.template;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The filters that can follow {@code |}. */
final class Filters {

  private Filters() {}

  static Object apply(String name, Object value, Function.Call call, int line) {
    return switch (name) {
      case "trim" -> Values.text(value).strip();
      case "length", "count" -> (long) Values.items(value).size();
      case "upper" -> Values.text(value).toUpperCase(Locale.ROOT);
      case "lower" -> Values.text(value).toLowerCase(Locale.ROOT);
      case "capitalize" -> capitalized(Values.text(value));
      case "string" -> Values.text(value);
      case "safe", "e", "escape" -> value;
      case "int" -> integer(value);
      case "float" -> real(value);
      case "abs" ->
          value instanceof Long whole ? (Object) Math.abs(whole) : Math.abs(Values.number(value));
      case "list" -> Values.items(value);
      case "first" -> Members.at(Values.items(value), 0L);
      case "last" -> Members.at(Values.items(value), -1L);
      case "reverse" -> reversed(value);
      case "unique" -> new ArrayList<>(new LinkedHashSet<>(Values.items(value)));
      case "sort" -> sorted(value);
      case "items" -> Methods.items(value);
      case "default", "d" -> otherwise(value, call);
      case "join" -> joined(value, call);
      case "replace" -> replaced(Values.text(value), call);
      case "indent" -> indented(Values.text(value), call);
      case "tojson" -> JsonText.of(value, call.argument(0, "indent"));
      case "map" -> mapped(value, call, line);
      case "select" -> kept(value, it -> test(it, call, 0, line));
      case "reject" -> kept(value, it -> !test(it, call, 0, line));
      case "selectattr" -> kept(value, it -> test(attribute(it, call), call, 1, line));
      case "rejectattr" -> kept(value, it -> !test(attribute(it, call), call, 1, line));
      default -> throw new TemplateError(line, "the filter \"" + name + "\" is not supported");
    };
  }

  private static String capitalized(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toUpperCase(Locale.ROOT)
            + text.substring(1).toLowerCase(Locale.ROOT);
  }

  private static Object integer(Object value) {
    try {
      return value instanceof String text
          ? (Object) Long.parseLong(text.strip())
          : (Object) (long) Values.number(value);
    } catch (NumberFormatException e) {
      return 0L;
    }
  }

  private static Object real(Object value) {
    try {
      return value instanceof String text ? Double.parseDouble(text) : Values.number(value);
    } catch (NumberFormatException e) {
      return 0.0;
    }
  }

  private static Object reversed(Object value) {
    List<Object> items = Values.items(value);
    Collections.reverse(items);
    return value instanceof String
        ? items.stream().map(Values::string).collect(Collectors.joining())
        : items;
  }

  private static List<Object> sorted(Object value) {
    List<Object> items = Values.items(value);
    items.sort((left, right) ->
        left instanceof String one && right instanceof String other
            ? one.compareToIgnoreCase(other)
            : Double.compare(Values.number(left), Values.number(right)));
    return items;
  }

  private static Object otherwise(Object value, Function.Call call) {
    boolean falseToo = Values.truth(call.argument(1, "boolean"));
    boolean missing = value == None.UNDEFINED || (falseToo && !Values.truth(value));
    Object other = call.argument(0, "default_value");
    return missing ? (other == None.UNDEFINED ? "" : other) : value;
  }

  private static String joined(Object value, Function.Call call) {
    Object separator = call.argument(0, "d");
    Object attribute = call.named("attribute");
    return Values.items(value).stream()
        .map(it -> attribute == None.UNDEFINED ? it : Members.at(it, attribute))
        .map(Values::text)
        .collect(Collectors.joining(separator == None.UNDEFINED ? "" : Values.text(separator)));
  }

  private static String replaced(String text, Function.Call call) {
    return text.replace(Values.string(call.positional(0)), Values.string(call.positional(1)));
  }

  private static String indented(String text, Function.Call call) {
    Object width = call.argument(0, "width");
    String blanks =
        width instanceof String given
            ? given
            : " ".repeat(width == None.UNDEFINED ? 4 : Math.clamp(Values.whole(width), 0, 1000));
    boolean first = Values.truth(call.argument(1, "first"));
    String indented =
        text.lines()
            .map(line -> line.isEmpty() ? line : blanks + line)
            .collect(Collectors.joining("\n"));
    String whole = text.endsWith("\n") ? indented + "\n" : indented;
    return first || whole.length() < blanks.length() || !whole.startsWith(blanks)
        ? whole
        : whole.substring(blanks.length());
  }

  private static List<Object> mapped(Object value, Function.Call call, int line) {
    Object attribute = call.named("attribute");
    var results = new ArrayList<>();
    for (Object item : Values.items(value)) {
      results.add(
          attribute == None.UNDEFINED
              ? apply(
                  Values.string(call.positional(0)),
                  item,
                  new Function.Call(
                      call.positional().subList(1, call.positional().size()), Map.of()),
                  line)
              : Members.at(item, attribute));
    }
    return results;
  }

  private static Object attribute(Object item, Function.Call call) {
    return Members.at(item, call.positional(0));
  }

  private static boolean test(Object value, Function.Call call, int skip, int line) {
    if (call.positional().size() <= skip) {
      return Values.truth(value);
    }
    String name = Values.string(call.positional(skip));
    List<Object> arguments = call.positional().subList(skip + 1, call.positional().size());
    return Tests.holds(
        switch (name) {
          case "==" -> "eq";
          case "!=" -> "ne";
          default -> name;
        },
        value,
        arguments,
        line);
  }

  private static List<Object> kept(Object value, Predicate<Object> wanted) {
    return Values.items(value).stream().filter(wanted).collect(Collectors.toList());
  }
}
