package dev.coderev.review.run;

import dev.coderev.analysis.finding.Finding;
import dev.coderev.analysis.finding.Severity;
import dev.coderev.analysis.rule.Rule;
import dev.coderev.review.config.ProjectConfig;
import dev.coderev.review.report.code.SourceTexts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The smaller weight of security findings in the code of tests: nobody attacks a test, but it shows
 * others how things are done. Rules on plain text keep theirs, as a secret is no less one in a
 * test, and so do rules whose severity the project chose itself.
 */
final class LighterInTests {
  private final ProjectConfig config;
  private final Map<String, Rule> rules;
  private final SourceTexts texts;
  private final Map<String, Optional<TestCode>> known = new HashMap<>();

  /**
   * @param rules by their ids, those of the findings among them
   */
  LighterInTests(ProjectConfig config, Map<String, Rule> rules, SourceTexts texts) {
    this.config = config;
    this.rules = rules;
    this.texts = texts;
  }

  /** These findings in their order, those in tests no more severe than the project says. */
  List<Finding> weigh(List<Finding> findings) {
    Severity most = config.inTests();
    return findings.stream()
        .map(finding ->
            !most.isAtLeast(finding.severity()) && isLighter(finding.ruleId()) && isInTests(finding)
                ? finding.withSeverity(most)
                : finding)
        .toList();
  }

  private boolean isLighter(String ruleId) {
    Rule rule = rules.get(ruleId);
    return rule != null
        && (rule.metadata().category().equals("security") || !rule.metadata().cwe().isEmpty())
        && !rule.regexOnly()
        && config.chosenSeverity(ruleId).isEmpty();
  }

  private boolean isInTests(Finding finding) {
    return known
        .computeIfAbsent(finding.place().path(), path -> texts.find(path).map(TestCode::of))
        .filter(code -> code.holds(finding.place().range().start()))
        .isPresent();
  }
}
