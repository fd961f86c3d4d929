package dev.coderev.model.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The methods of Python's texts and maps that templates call. */
final class Methods {

  private Methods() {}

  static Object call(Object receiver, String name, Function.Call call, int line) {
    return switch (receiver) {
      case String text -> ofText(text, name, call, line);
      case Map<?, ?> map -> ofMap(map, name, call, line);
      default ->
          throw new TemplateError(line, "\"" + name + "\" is called on " + Values.kind(receiver));
    };
  }

  private static Object ofText(String text, String name, Function.Call call, int line) {
    return switch (name) {
      case "strip" -> stripped(text, call, true, true);
      case "lstrip" -> stripped(text, call, true, false);
      case "rstrip" -> stripped(text, call, false, true);
      case "upper" -> text.toUpperCase(Locale.ROOT);
      case "lower" -> text.toLowerCase(Locale.ROOT);
      case "title", "capitalize" -> Filters.apply("capitalize", text, call, line);
      case "startswith" -> text.startsWith(Values.string(call.positional(0)));
      case "endswith" -> text.endsWith(Values.string(call.positional(0)));
      case "split" -> split(text, call);
      case "splitlines" -> new ArrayList<Object>(text.lines().toList());
      case "replace" -> Filters.apply("replace", text, call, line);
      case "join" ->
          String.join(text, Values.items(call.positional(0)).stream().map(Values::string).toList());
      case "find" -> (long) text.indexOf(Values.string(call.positional(0)));
      case "count" -> count(text, Values.string(call.positional(0)));
      default -> throw new TemplateError(line, "texts have no method \"" + name + "\" here");
    };
  }

  private static Object ofMap(Map<?, ?> map, String name, Function.Call call, int line) {
    return switch (name) {
      case "items" -> items(map);
      case "keys" -> new ArrayList<Object>(map.keySet());
      case "values" -> new ArrayList<Object>(map.values());
      case "get" -> {
        Object found = Members.at(map, call.positional(0));
        Object otherwise = call.positional(1);
        yield found != None.UNDEFINED ? found : otherwise == None.UNDEFINED ? None.NONE : otherwise;
      }
      default -> throw new TemplateError(line, "maps have no method \"" + name + "\" here");
    };
  }

  /** Each key with its value. */
  static List<Object> items(Object value) {
    if (!(value instanceof Map<?, ?> map)) {
      throw new TemplateError(Values.kind(value) + " has no keys");
    }
    var pairs = new ArrayList<Object>();
    map.forEach((key, member) -> pairs.add(List.of(key, member)));
    return pairs;
  }

  private static String stripped(String text, Function.Call call, boolean left, boolean right) {
    Object given = call.positional(0);
    int begin = 0;
    int end = text.length();
    while (left && begin < end && strips(given, text.charAt(begin))) {
      begin++;
    }
    while (right && end > begin && strips(given, text.charAt(end - 1))) {
      end--;
    }
    return text.substring(begin, end);
  }

  private static boolean strips(Object given, char c) {
    return given instanceof String characters
        ? characters.indexOf(c) >= 0
        : Character.isWhitespace(c);
  }

  private static List<Object> split(String text, Function.Call call) {
    int most = call.positional(1) instanceof Long limit ? (int) (limit + 1) : -1;
    if (!(call.positional(0) instanceof String separator)) {
      String trimmed = text.strip();
      return trimmed.isEmpty()
          ? new ArrayList<>()
          : new ArrayList<>(List.of(trimmed.split("\\s+", most)));
    }
    if (separator.isEmpty()) {
      throw new TemplateError("a text cannot be split at nothing");
    }
    return new ArrayList<>(List.of(text.split(Pattern.quote(separator), most)));
  }

  private static long count(String text, String part) {
    return part.isEmpty() ? text.length() + 1L : text.split(Pattern.quote(part), -1).length - 1L;
  }
}
