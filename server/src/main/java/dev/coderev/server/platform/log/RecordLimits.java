package dev.coderev.server.platform.log;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** How long the parts of a log record may be, counted in code points, and the whole in bytes. */
final class RecordLimits {
  static final int EVENT = 10_000;
  private static final int TRACEBACK = 16_384;
  private static final int SHORT = 100;
  private static final int PATH = 512;
  private static final int ELEMENTS = 100;
  private static final int RECORD_BYTES = 64 * 1024;

  /** What is left of texts that even without any free field are too long together. */
  private static final int EMERGENCY = 1_000;

  private static final String CUT = "...[truncated]";

  private RecordLimits() {}

  /** The value of a free field, with what lies inside of it. */
  static @Nullable Object value(String key, @Nullable Object value) {
    return switch (value) {
      case String text -> cut(text, key.matches(".*(path|file|url|route|endpoint)") ? PATH : SHORT);
      case Map<?, ?> map -> {
        Map<String, @Nullable Object> kept = new LinkedHashMap<>();
        map.forEach(
            (name, inner) -> kept.put(String.valueOf(name), value(String.valueOf(name), inner)));
        yield kept;
      }
      case Collection<?> list -> {
        List<@Nullable Object> kept = new ArrayList<>();
        list.stream().limit(ELEMENTS).forEach(inner -> kept.add(value(key, inner)));
        if (list.size() > ELEMENTS) {
          kept.add("[" + (list.size() - ELEMENTS) + " more]");
        }
        yield kept;
      }
      case null, default -> value;
    };
  }

  static String cut(String text, int most) {
    return text.codePointCount(0, text.length()) <= most
        ? text
        : text.substring(0, text.offsetByCodePoints(0, most)) + CUT;
  }

  /** The first and the last half of a long traceback: where it failed and why. */
  static String traceback(String text) {
    int points = text.codePointCount(0, text.length());
    if (points <= TRACEBACK) {
      return text;
    }
    int half = TRACEBACK / 2;
    return text.substring(0, text.offsetByCodePoints(0, half))
        + CUT
        + "..."
        + text.substring(text.offsetByCodePoints(0, points - half));
  }

  /**
   * The record as one text. One that is too long loses free fields, the longest first, and names
   * them in {@code dropped_fields}.
   *
   * @param free names of its free fields
   */
  static String written(Map<String, @Nullable Object> record, Set<String> free, JsonMapper json) {
    String text = json.writeValueAsString(record);
    if (isShort(text)) {
      return text;
    }
    Map<String, @Nullable Object> kept = new LinkedHashMap<>(record);
    Set<String> dropped = new TreeSet<>();
    List<String> longestFirst =
        free.stream()
            .sorted(
                Comparator.comparingInt(
                        (String name) -> json.writeValueAsString(record.get(name)).length())
                    .reversed())
            .toList();
    for (String name : longestFirst) {
      kept.remove(name);
      dropped.add(name);
      kept.put("dropped_fields", dropped);
      text = json.writeValueAsString(kept);
      if (isShort(text)) {
        return text;
      }
    }
    kept.replaceAll((_, value) -> shortest(value));
    return json.writeValueAsString(kept);
  }

  private static @Nullable Object shortest(@Nullable Object value) {
    return switch (value) {
      case String text -> cut(text, EMERGENCY);
      case Map<?, ?> map -> {
        Map<String, @Nullable Object> kept = new LinkedHashMap<>();
        map.forEach((name, inner) -> kept.put(String.valueOf(name), shortest(inner)));
        yield kept;
      }
      case null, default -> value;
    };
  }

  private static boolean isShort(String text) {
    return text.length() <= RECORD_BYTES / 3
        || text.getBytes(StandardCharsets.UTF_8).length < RECORD_BYTES;
  }
}
