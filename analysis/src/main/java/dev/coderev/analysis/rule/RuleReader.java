package dev.coderev.analysis.rule;

import dev.coderev.analysis.yaml.YamlNode;
import dev.coderev.analysis.yaml.YamlNode.Mapping;
import dev.coderev.analysis.yaml.YamlNode.Sequence;
import dev.coderev.analysis.yaml.YamlReader;
import dev.coderev.analysis.yaml.YamlUnreadable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A reader of rule files in the Semgrep rule syntax. Nothing is ignored: what it does not know it
 * reports, and it goes on to find all problems of all files.
 */
public final class RuleReader {
  private final ModelLibrary models;

  public RuleReader(ModelLibrary models) {
    this.models = models;
  }

  /** The rules of these files, with everything that is wrong in them. */
  public RuleReading read(List<RuleText> files) {
    ProblemList problems = new ProblemList();
    models.problems().forEach(problem -> problems.add(problem.place(), problem.message()));
    List<RuleNote> notes = new ArrayList<>();
    List<Rule> rules = new ArrayList<>();
    Map<String, RulePlace> ids = new HashMap<>();
    RuleParser parser = new RuleParser(models, problems, notes);
    for (RuleText file : files) {
      for (YamlNode node : rulesOf(file, problems)) {
        if (isNew(node, ids, problems)) {
          rules.addAll(parser.parse(node));
        }
      }
    }
    return new RuleReading(rules, problems.sorted(), notes);
  }

  private static List<YamlNode> rulesOf(RuleText file, ProblemList problems) {
    try {
      Optional<YamlNode> root = YamlReader.read(file.name(), file.text());
      return root.map(node -> rulesOf(node, problems)).orElse(List.of());
    } catch (YamlUnreadable e) {
      problems.add(ProblemList.place(e.place()), e.reason());
      return List.of();
    }
  }

  private static List<YamlNode> rulesOf(YamlNode root, ProblemList problems) {
    if (root instanceof Sequence list) {
      return list.items();
    }
    ReadingContext context = new ReadingContext("", problems);
    Optional<Fields> fields = Fields.of(root, "a rule file", context, Set.of("rules"));
    if (fields.isEmpty()) {
      return root instanceof Mapping map && map.get("rules").orElse(null) instanceof Sequence list
          ? list.items()
          : List.of();
    }
    fields.get().required("rules");
    return fields.get().list("rules", Optional::of);
  }

  private static boolean isNew(YamlNode node, Map<String, RulePlace> ids, ProblemList problems) {
    if (!(node instanceof Mapping map)
        || !(map.get("id").orElse(null) instanceof YamlNode.Scalar id)
        || id.isNull()) {
      return true;
    }
    RulePlace first = ids.putIfAbsent(id.text(), ProblemList.place(id));
    if (first != null) {
      problems.add(id, "the rule id '" + id.text() + "' is already used at " + first);
    }
    return first == null;
  }
}
