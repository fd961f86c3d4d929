package dev.coderev.analysis.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A part of a YAML document that knows where it stands. Aliases are replaced by what they name. */
public sealed interface YamlNode {
  YamlPlace place();

  /** What this is, for messages: {@code a map}, {@code a list} or {@code text}. */
  String description();

  /**
   * The plain value by the core schema of YAML 1.2: text, a number, a boolean, a list or a map;
   * {@code null} in the document is empty text.
   */
  Object value();

  /** Keys and values in the order in which they are written. Keys are text and differ. */
  record Mapping(List<Entry> entries, YamlPlace place) implements YamlNode {
    public Mapping {
      entries = List.copyOf(entries);
    }

    public Optional<YamlNode> get(String key) {
      for (Entry entry : entries) {
        if (entry.key().text().equals(key)) {
          return Optional.of(entry.value());
        }
      }
      return Optional.empty();
    }

    @Override
    public String description() {
      return "a map";
    }

    @Override
    public Object value() {
      Map<String, Object> all = new LinkedHashMap<>();
      for (Entry entry : entries) {
        all.put(entry.key().text(), entry.value().value());
      }
      return all;
    }
  }

  /** One key and what it names. */
  record Entry(Scalar key, YamlNode value) {}

  record Sequence(List<YamlNode> items, YamlPlace place) implements YamlNode {
    public Sequence {
      items = List.copyOf(items);
    }

    @Override
    public String description() {
      return "a list";
    }

    @Override
    public Object value() {
      List<Object> all = new ArrayList<>(items.size());
      for (YamlNode item : items) {
        all.add(item.value());
      }
      return all;
    }
  }

  /**
   * A single value.
   *
   * @param plain whether it stands there without quotes and may be more than text
   */
  record Scalar(String text, boolean plain, YamlPlace place) implements YamlNode {
    private static final Pattern INTEGER = Pattern.compile("[-+]?[0-9]{1,18}");
    private static final Pattern FLOAT =
        Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");

    public boolean isNull() {
      return plain
          && switch (text) {
            case "", "~", "null", "Null", "NULL" -> true;
            default -> false;
          };
    }

    public Optional<Boolean> asBoolean() {
      return switch (plain ? text : "") {
        case "true", "True", "TRUE" -> Optional.of(true);
        case "false", "False", "FALSE" -> Optional.of(false);
        default -> Optional.empty();
      };
    }

    public Optional<Long> asInteger() {
      return plain && INTEGER.matcher(text).matches()
          ? Optional.of(Long.parseLong(text))
          : Optional.empty();
    }

    @Override
    public String description() {
      return isNull() ? "nothing" : "text";
    }

    @Override
    public Object value() {
      if (isNull()) {
        return "";
      }
      Optional<Boolean> truth = asBoolean();
      if (truth.isPresent()) {
        return truth.get();
      }
      Optional<Long> integer = asInteger();
      if (integer.isPresent()) {
        return integer.get();
      }
      return plain && FLOAT.matcher(text).matches()
          ? Double.valueOf(text.toLowerCase(Locale.ROOT))
          : text;
    }
  }
}
