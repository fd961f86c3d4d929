package dev.coderev.analysis.rule;

import dev.coderev.analysis.yaml.YamlNode;
import dev.coderev.analysis.yaml.YamlPlace;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The problems found so far; the same one is kept once. */
final class ProblemList {
  private final Set<RuleProblem> found = new LinkedHashSet<>();

  void add(YamlNode at, String message) {
    add(place(at), message);
  }

  void add(RulePlace place, String message) {
    found.add(new RuleProblem(place, message));
  }

  int size() {
    return found.size();
  }

  List<RuleProblem> sorted() {
    return found.stream().sorted().toList();
  }

  static RulePlace place(YamlNode node) {
    return place(node.place());
  }

  static RulePlace place(YamlPlace at) {
    return new RulePlace(at.file(), at.line(), at.column());
  }
}
