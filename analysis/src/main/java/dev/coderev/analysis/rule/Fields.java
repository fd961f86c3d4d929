package dev.coderev.analysis.rule;

import dev.coderev.analysis.yaml.YamlNode;
import dev.coderev.analysis.yaml.YamlNode.Entry;
import dev.coderev.analysis.yaml.YamlNode.Mapping;
import dev.coderev.analysis.yaml.YamlNode.Scalar;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The keys of one map in a rule file; what does not fit is reported where it stands. */
final class Fields {
  private final Mapping map;
  private final ReadingContext context;

  Fields(Mapping map, ReadingContext context) {
    this.map = map;
    this.context = context;
  }

  /** The fields of {@code node} if it is a map with no other keys than the legal ones. */
  static Optional<Fields> of(
      YamlNode node, String what, ReadingContext context, Set<String> legal) {
    if (!(node instanceof Mapping map)) {
      context.problem(node, what + " must be a map, not " + node.description());
      return Optional.empty();
    }
    Fields fields = new Fields(map, context);
    return fields.onlyHas(legal) ? Optional.of(fields) : Optional.empty();
  }

  /** Reports every key outside {@code legal}. */
  boolean onlyHas(Set<String> legal) {
    boolean sound = true;
    for (Entry entry : map.entries()) {
      String key = entry.key().text();
      if (!legal.contains(key)) {
        context.unknown("key", entry.key(), legal);
        sound = false;
      }
    }
    return sound;
  }

  Mapping map() {
    return map;
  }

  RulePlace place() {
    return ProblemList.place(map);
  }

  boolean has(String key) {
    return map.get(key).isPresent();
  }

  Optional<YamlNode> node(String key) {
    return map.get(key);
  }

  /** The keys among {@code names} that are given, in the order of the file. */
  List<Entry> given(Set<String> names) {
    return map.entries().stream().filter(entry -> names.contains(entry.key().text())).toList();
  }

  Optional<YamlNode> required(String key) {
    Optional<YamlNode> node = map.get(key);
    if (node.isEmpty()) {
      context.problem(map, "'" + key + "' is missing");
    }
    return node;
  }

  Optional<String> text(String key) {
    return node(key).flatMap(node -> context.text(node, "'" + key + "'"));
  }

  Optional<String> requiredText(String key) {
    return required(key).flatMap(node -> context.text(node, "'" + key + "'"));
  }

  /** A metavariable's name, with the {@code $}. */
  Optional<String> metavariable(String key) {
    return required(key).flatMap(context::metavariable);
  }

  boolean flag(String key, boolean otherwise) {
    Optional<YamlNode> node = node(key);
    if (node.isEmpty()) {
      return otherwise;
    }
    Optional<Boolean> truth =
        node.get() instanceof Scalar scalar ? scalar.asBoolean() : Optional.empty();
    if (truth.isEmpty()) {
      context.problem(node.get(), "'" + key + "' must be true or false");
    }
    return truth.orElse(otherwise);
  }

  Optional<Integer> integer(String key) {
    Optional<YamlNode> node = node(key);
    if (node.isEmpty()) {
      return Optional.empty();
    }
    Optional<Integer> number =
        node.get() instanceof Scalar scalar
            ? scalar
                .asInteger()
                .filter(value -> value >= 0 && value <= Integer.MAX_VALUE)
                .map(Long::intValue)
            : Optional.empty();
    if (number.isEmpty()) {
      context.problem(node.get(), "'" + key + "' must be a whole number");
    }
    return number;
  }

  /** A list of texts; a single text counts as a list of one. */
  List<String> texts(String key) {
    Optional<YamlNode> node = node(key);
    if (node.isEmpty()) {
      return List.of();
    }
    return context.texts(node.get(), "'" + key + "'");
  }

  /** What {@code read} makes of each item of a list; items it makes nothing of are left out. */
  <T> List<T> list(String key, Function<YamlNode, Optional<T>> read) {
    Optional<YamlNode> node = node(key);
    if (node.isEmpty()) {
      return List.of();
    }
    return context.list(node.get(), "'" + key + "'", read);
  }
}
