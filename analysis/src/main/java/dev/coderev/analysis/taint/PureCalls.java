package dev.coderev.analysis.taint;

import dev.coderev.analysis.flow.Instruction;
import dev.coderev.analysis.source.Language;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Library functions whose value on constants is known. Null where it is not. */
final class PureCalls {
  private PureCalls() {}

  /**
   * The value of a function.
   *
   * @param name with the class or module before it where it has one
   */
  static @Nullable Object function(String name, List<Object> arguments, Language language) {
    return switch (arguments.size()) {
      case 1 -> ofOne(name, arguments.getFirst(), language);
      case 2 -> ofTwo(name, arguments.getFirst(), arguments.get(1));
      case 3 ->
          name.equals("substr")
                  && arguments.getFirst() instanceof String text
                  && arguments.get(1) instanceof Long from
                  && arguments.get(2) instanceof Long length
                  && from >= 0
                  && length >= 0
              ? Folding.slice(text, from, from + length)
              : null;
      default -> null;
    };
  }

  private static @Nullable Object ofOne(String name, Object argument, Language language) {
    if (argument instanceof String text) {
      return ofText(name, text);
    }
    return switch (name) {
      case "Math.abs", "abs" -> argument instanceof Long n ? (Object) Math.abs(n) : null;
      case "Math.floor", "math.floor", "floor", "int", "intval" ->
          argument instanceof Number n ? (Object) (long) Math.floor(n.doubleValue()) : null;
      case "Math.ceil", "math.ceil", "ceil" ->
          argument instanceof Number n ? (Object) (long) Math.ceil(n.doubleValue()) : null;
      case "Math.round", "round" ->
          argument instanceof Number n ? (Object) Math.round(n.doubleValue()) : null;
      case "String.valueOf", "str", "String", "strval", "strconv.Itoa", "Integer.toString" ->
          argument instanceof Long || argument instanceof Character ? argument.toString() : null;
      case "bool", "Boolean" ->
          argument instanceof Boolean
              ? argument
              : argument instanceof Long n && language != Language.JAVA ? (Object) (n != 0) : null;
      default -> null;
    };
  }

  private static @Nullable Object ofText(String name, String text) {
    return switch (name) {
      case "Integer.parseInt",
          "Integer.valueOf",
          "Long.parseLong",
          "Long.valueOf",
          "parseInt",
          "Number",
          "Number.parseInt",
          "int",
          "intval" ->
          whole(text);
      case "Boolean.parseBoolean", "Boolean.valueOf" -> text.equalsIgnoreCase("true");
      case "len", "strlen", "mb_strlen" -> (long) text.length();
      case "String.valueOf", "str", "String", "strval", "Objects.toString" -> text;
      case "strtolower", "strings.ToLower" -> text.toLowerCase(java.util.Locale.ROOT);
      case "strtoupper", "strings.ToUpper" -> text.toUpperCase(java.util.Locale.ROOT);
      case "trim", "strings.TrimSpace" -> text.strip();
      case "empty" -> text.isEmpty() || text.equals("0");
      case "is_numeric", "ctype_digit" -> text.matches("[0-9]+");
      default -> null;
    };
  }

  private static @Nullable Object whole(String text) {
    return text.matches("-?[0-9]{1,18}") ? (Object) Long.parseLong(text) : null;
  }

  private static @Nullable Object ofTwo(String name, Object first, Object second) {
    if (first instanceof Long a && second instanceof Long b) {
      return switch (name) {
        case "Math.max", "max" -> Math.max(a, b);
        case "Math.min", "min" -> Math.min(a, b);
        case "Objects.equals" -> a.equals(b);
        case "Math.floorMod" -> b == 0 ? null : (Object) Math.floorMod(a, b);
        case "Math.floorDiv" -> b == 0 ? null : (Object) Math.floorDiv(a, b);
        case "intdiv" -> b == 0 ? null : (Object) (a / b);
        case "Math.pow", "pow" -> b < 0 || b > 62 ? null : (Object) (long) Math.pow(a, b);
        default -> null;
      };
    }
    if (first instanceof String text && second instanceof Long number) {
      return switch (name) {
        case "parseInt", "Number.parseInt", "intval", "Integer.parseInt", "int" ->
            number == 10 ? whole(text) : null;
        case "substr" -> number >= 0 ? Folding.slice(text, number, text.length()) : null;
        default -> null;
      };
    }
    if (!(first instanceof String text) || !(second instanceof String other)) {
      return name.equals("Objects.equals") && isPlain(first) && isPlain(second)
          ? (Object) first.equals(second)
          : null;
    }
    return switch (name) {
      case "Objects.equals", "strings.EqualFold" ->
          name.startsWith("s") ? text.equalsIgnoreCase(other) : text.equals(other);
      case "strings.Contains", "str_contains" -> text.contains(other);
      case "strings.HasPrefix", "str_starts_with" -> text.startsWith(other);
      case "strings.HasSuffix", "str_ends_with" -> text.endsWith(other);
      case "strcmp" -> (long) Integer.signum(text.compareTo(other));
      default -> null;
    };
  }

  private static boolean isPlain(Object constant) {
    return !(constant instanceof Instruction.Opaque);
  }
}
