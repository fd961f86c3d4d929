package dev.coderev.analysis.resolve;

import java.io.IOException;
import java.io.StringReader;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/**
 * The {@code .properties} files of a project: values that code looks up by a file's name and a key,
 * and that are therefore as constant as if they stood in the code. Immutable; safe to share.
 */
public final class PropertyFiles {
  public static final PropertyFiles NONE = new PropertyFiles(Map.of());

  /** The ending of their names. */
  public static final String ENDING = ".properties";

  private final Map<String, Map<String, String>> byPath = new TreeMap<>();

  /**
   * @param texts of the files by their paths; what is no such file is left out
   */
  public PropertyFiles(Map<String, String> texts) {
    texts.forEach((path, text) -> {
      Properties read = new Properties();
      try {
        read.load(new StringReader(text));
        Map<String, String> values = new HashMap<>();
        read.forEach((key, value) -> values.put(key.toString(), value.toString()));
        byPath.put(path, values);
      } catch (IOException | IllegalArgumentException _) {
        byPath.remove(path);
      }
    });
  }

  /** What a resource says of a key. */
  public sealed interface Answer {
    /** The project has no such resource, or several that differ in this key. */
    record Unknown() implements Answer {}

    /** The resource lacks the key. */
    record Missing() implements Answer {}

    record Found(String value) implements Answer {}
  }

  /**
   * The value of a key.
   *
   * @param resource as code names it: a path on the class path, with or without a slash before it
   */
  public Answer find(String resource, String key) {
    String name = resource.startsWith("/") ? resource : "/" + resource;
    Optional<Answer> result = Optional.empty();
    for (Map.Entry<String, Map<String, String>> file : byPath.entrySet()) {
      if (("/" + file.getKey()).endsWith(name)) {
        String value = file.getValue().get(key);
        Answer here = value == null ? new Answer.Missing() : new Answer.Found(value);
        if (result.isPresent() && !result.get().equals(here)) {
          return new Answer.Unknown();
        }
        result = Optional.of(here);
      }
    }
    return result.orElse(new Answer.Unknown());
  }

  public boolean isEmpty() {
    return byPath.isEmpty();
  }
}
