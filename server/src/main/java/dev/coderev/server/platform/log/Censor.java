package dev.coderev.server.platform.log;

import java.lang.reflect.Array;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What keeps secrets out of the log. A key is split into its words; where one of them, or two
 * neighbours joined, names a secret, the value is replaced. In every text the shapes of secrets are
 * masked.
 */
public final class Censor {
  static final String REDACTED = "[REDACTED]";
  private static final int DEEPEST = 16;
  private static final Set<String> SENSITIVE =
      Set.of(
          "password",
          "passwords",
          "passwd",
          "token",
          "tokens",
          "apikey",
          "apikeys",
          "secret",
          "secrets",
          "authorization",
          "auth",
          "credential",
          "credentials",
          "privatekey",
          "privatekeys",
          "accesstoken",
          "refreshtoken",
          "bearer",
          "cookie",
          "cookies");
  private static final Set<String> HARMLESS = Set.of("token_type", "auth_method", "auth_result");
  private static final List<Pattern> SHAPES =
      List.of(
          Pattern.compile("eyJ[A-Za-z0-9_-]{5,}\\.[A-Za-z0-9_-]{5,}\\.[A-Za-z0-9_-]{5,}"),
          Pattern.compile("(?i)\\b(?:bearer|basic)\\s+[A-Za-z0-9+/=._~-]{8,}"),
          Pattern.compile("crk_[A-Za-z0-9]{16}_[A-Za-z0-9_-]{43}"),
          Pattern.compile(
              "-----BEGIN [A-Z ]*PRIVATE KEY-----[\\s\\S]*?(?:-----END [A-Z ]*KEY-----|$)"),
          Pattern.compile("(?<=://)[^\\s/@:]+:[^\\s/@]+(?=@)"),
          Pattern.compile(
              "\\b(?:gh[pousr]_[A-Za-z0-9]{30,}|glpat-[A-Za-z0-9_-]{20,}|AKIA[0-9A-Z]{16})"));

  private Censor() {}

  /** Whether a value under this key is a secret. */
  static boolean isSensitive(String key) {
    if (HARMLESS.contains(key)) {
      return false;
    }
    String[] words =
        key.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT).split("[_\\-.\\s]+");
    for (int i = 0; i < words.length; i++) {
      if (SENSITIVE.contains(words[i])
          || (i + 1 < words.length && SENSITIVE.contains(words[i] + words[i + 1]))) {
        return true;
      }
    }
    return false;
  }

  /** The value as it may be logged under this key. */
  static @Nullable Object value(String key, @Nullable Object value) {
    return value(key, value, 0);
  }

  private static @Nullable Object value(String key, @Nullable Object value, int depth) {
    if (value == null || value instanceof Boolean) {
      return value;
    }
    if (isSensitive(key)) {
      boolean count = value instanceof Number && key.toLowerCase(Locale.ROOT).contains("token");
      return count ? value : REDACTED;
    }
    if (depth >= DEEPEST) {
      return "[TOO_DEEP]";
    }
    return switch (value) {
      case Number number -> number;
      case Map<?, ?> map -> {
        Map<String, @Nullable Object> safe = new LinkedHashMap<>();
        map.forEach((name, inner) ->
            safe.put(String.valueOf(name), value(String.valueOf(name), inner, depth + 1)));
        yield safe;
      }
      case Collection<?> list -> list.stream().map(inner -> value("", inner, depth + 1)).toList();
      case Object[] array ->
          Arrays.stream(array).map(inner -> value("", inner, depth + 1)).toList();
      case Record parts -> value(key, components(parts), depth);
      case Object array when array.getClass().isArray() -> elements(array);
      default -> text(value.toString());
    };
  }

  private static Map<String, @Nullable Object> components(Record parts) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    for (RecordComponent component : parts.getClass().getRecordComponents()) {
      String name = component.getName().replaceAll("([a-z0-9])([A-Z])", "$1_$2");
      values.put(name.toLowerCase(Locale.ROOT), component(parts, component));
    }
    return values;
  }

  /** A component that may not be read is one whose value nobody needs in a log. */
  private static @Nullable Object component(Record parts, RecordComponent component) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(parts);
    } catch (ReflectiveOperationException | InaccessibleObjectException _) {
      return "[UNREADABLE]";
    }
  }

  private static List<Object> elements(Object array) {
    return IntStream.range(0, Array.getLength(array))
        .<Object>mapToObj(i -> Array.get(array, i))
        .toList();
  }

  /** The text with everything masked that has the shape of a secret. */
  public static String text(String text) {
    String safe = text;
    for (Pattern shape : SHAPES) {
      safe = shape.matcher(safe).replaceAll(REDACTED);
    }
    return safe;
  }
}
