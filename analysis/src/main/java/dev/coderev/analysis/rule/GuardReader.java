package dev.coderev.analysis.rule;

import dev.coderev.analysis.rule.TaintSpec.Guard;
import dev.coderev.analysis.yaml.YamlNode;
import dev.coderev.analysis.yaml.YamlNode.Sequence;
import java.util.List;
import java.util.Optional;

/** A reader of the keys that make a sanitizer a guard. */
final class GuardReader {
  private static final List<String> DEPENDENT =
      List.of("when", "among", "matching", "whole", "forbids");

  private final ReadingContext context;

  GuardReader(ReadingContext context) {
    this.context = context;
  }

  /** The guard, empty where the sanitizer is none or something is wrong with it. */
  Optional<Guard> read(Fields fields) {
    Optional<YamlNode> node = fields.node("guards");
    if (node.isEmpty()) {
      for (String key : DEPENDENT) {
        fields
            .node(key)
            .ifPresent(given -> context.problem(given, "'" + key + "' needs 'guards' beside it"));
      }
      return Optional.empty();
    }
    for (String key : List.of("by-side-effect", "exact", "not_conflicting", "not-conflicting")) {
      fields
          .node(key)
          .ifPresent(
              given -> context.problem(given, "'" + key + "' has no meaning beside 'guards'"));
    }
    boolean regex = fields.has("matching");
    for (String key : List.of("whole", "forbids")) {
      if (!regex && fields.has(key)) {
        context.problem(fields.node(key).orElseThrow(), "'" + key + "' needs 'matching' beside it");
      }
    }
    List<String> values = values(node.get());
    Optional<String> among = fields.has("among") ? fields.metavariable("among") : Optional.empty();
    Optional<String> matching = regex ? fields.metavariable("matching") : Optional.empty();
    return values.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Guard(
                values,
                fields.flag("when", true),
                among,
                matching,
                fields.flag("whole", true),
                fields.text("forbids").orElse(Guard.SPECIAL)));
  }

  private List<String> values(YamlNode node) {
    if (!(node instanceof Sequence)) {
      return context.metavariable(node).stream().toList();
    }
    List<String> values = context.list(node, "'guards'", context::metavariable);
    if (values.isEmpty()) {
      context.problem(node, "'guards' must name a metavariable");
    }
    return values;
  }
}
