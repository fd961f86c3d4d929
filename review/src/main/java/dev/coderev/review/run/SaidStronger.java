package dev.coderev.review.run;

import dev.coderev.analysis.finding.Finding;
import dev.coderev.analysis.finding.Severity;
import dev.coderev.analysis.rule.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Leaves out what is for information only where a finding of the same category says more about the
 * same code: that a shell is used, where text of a request reaches the shell.
 */
public final class SaidStronger {
  private final Map<String, Rule> rules;

  /**
   * @param rules by their ids, those of the findings among them
   */
  public SaidStronger(Map<String, Rule> rules) {
    this.rules = rules;
  }

  /** The findings that say something of their own, in their order. */
  public List<Finding> among(List<Finding> findings) {
    Map<String, List<Finding>> strong = new HashMap<>();
    for (Finding finding : findings) {
      if (finding.severity() != Severity.INFO) {
        strong.computeIfAbsent(kind(finding), _ -> new ArrayList<>()).add(finding);
      }
    }
    return findings.stream()
        .filter(finding ->
            finding.severity() != Severity.INFO
                || strong.getOrDefault(kind(finding), List.of()).stream()
                    .noneMatch(other -> other.place().range().overlaps(finding.place().range())))
        .toList();
  }

  private String kind(Finding finding) {
    Rule rule = rules.get(finding.ruleId());
    return finding.place().path() + "\n" + (rule == null ? "" : rule.metadata().category());
  }
}
