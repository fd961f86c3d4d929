package dev.coderev.analysis.rule;

import dev.coderev.analysis.yaml.YamlNode;
import dev.coderev.analysis.yaml.YamlNode.Entry;
import dev.coderev.analysis.yaml.YamlNode.Mapping;
import dev.coderev.analysis.yaml.YamlNode.Scalar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A reader of {@code metadata}, whose keys are free. */
final class MetadataReader {
  private final ReadingContext context;

  MetadataReader(ReadingContext context) {
    this.context = context;
  }

  RuleMetadata read(Fields rule) {
    Optional<YamlNode> node = rule.node("metadata");
    if (node.isEmpty() || (node.get() instanceof Scalar scalar && scalar.isNull())) {
      return new RuleMetadata("", List.of(), List.of(), List.of(), Map.of());
    }
    if (!(node.get() instanceof Mapping map)) {
      context.problem(node.get(), "'metadata' must be a map, not " + node.get().description());
      return new RuleMetadata("", List.of(), List.of(), List.of(), Map.of());
    }
    Map<String, Object> all = new LinkedHashMap<>();
    for (Entry entry : map.entries()) {
      all.put(entry.key().text(), entry.value().value());
    }
    return new RuleMetadata(
        map.get("category").map(category -> String.valueOf(category.value())).orElse(""),
        texts(map, "cwe"),
        texts(map, "owasp"),
        texts(map, "references"),
        all);
  }

  private List<String> texts(Mapping map, String key) {
    Optional<YamlNode> node = map.get(key);
    if (node.isEmpty() || (node.get() instanceof Scalar scalar && scalar.isNull())) {
      return List.of();
    }
    return context.texts(node.get(), "'" + key + "'");
  }
}
