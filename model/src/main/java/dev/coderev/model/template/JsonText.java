package dev.coderev.model.template;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** JSON as Python's library writes it: a blank after commas and colons, characters as they are. */
final class JsonText {

  private JsonText() {}

  static String of(Object value, Object indent) {
    int width = indent instanceof Long blanks ? Math.clamp(blanks, 0, 16) : 0;
    return text(value, width, 1);
  }

  private static String text(Object value, int width, int depth) {
    return switch (value) {
      case None none when none == None.UNDEFINED ->
          throw new TemplateError("an undefined value cannot become JSON");
      case None ignored -> "null";
      case Boolean yes -> yes.toString();
      case Long number -> number.toString();
      case Double number -> Values.text(number);
      case String text -> quoted(text);
      case List<?> list ->
          enclosed(
              list.stream().map(it -> text(it, width, depth + 1)).toList(), "[", "]", width, depth);
      case Map<?, ?> map ->
          enclosed(
              map.entrySet().stream()
                  .map(it ->
                      quoted(Values.text(it.getKey()))
                          + ": "
                          + text(it.getValue(), width, depth + 1))
                  .toList(),
              "{",
              "}",
              width,
              depth);
      default -> throw new TemplateError("this value cannot become JSON");
    };
  }

  private static String enclosed(
      List<String> parts, String begin, String end, int width, int depth) {
    if (width == 0 || parts.isEmpty()) {
      return begin + String.join(", ", parts) + end;
    }
    String inner = "\n" + " ".repeat(width * depth);
    String outer = "\n" + " ".repeat(width * (depth - 1));
    return parts.stream().collect(Collectors.joining("," + inner, begin + inner, outer + end));
  }

  private static String quoted(String text) {
    var quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> quoted.append("\\\"");
        case '\\' -> quoted.append("\\\\");
        case '\n' -> quoted.append("\\n");
        case '\r' -> quoted.append("\\r");
        case '\t' -> quoted.append("\\t");
        case '\b' -> quoted.append("\\b");
        case '\f' -> quoted.append("\\f");
        default -> {
          if (c < ' ') {
            quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
          } else {
            quoted.append(c);
          }
        }
      }
    }
    return quoted.append('"').toString();
  }
}
