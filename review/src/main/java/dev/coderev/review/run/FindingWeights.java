package dev.coderev.review.run;

import dev.coderev.analysis.finding.Confidence;
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
 * The weights of findings where they stand. Security findings in the code of tests weigh less:
 * nobody attacks a test, but it shows others how things are done. So do flows over many steps: each
 * of them is an approximation, and what was checked or replaced on the way is easily overlooked;
 * and {@linkplain FlowDoubts doubtful} ones.
 *
 * <p>Rules on plain text keep their weight in tests, as a secret is no less one there, and rules
 * whose severity the project chose itself keep it everywhere.
 */
final class FindingWeights {
  /** A handler, a service and a query, each with a call and an assignment, are at most so many. */
  private static final int MOST_STEPS = 9;

  private final ProjectConfig config;
  private final Map<String, Rule> rules;
  private final SourceTexts texts;
  private final FlowDoubts doubts;
  private final Map<String, Optional<TestCode>> known = new HashMap<>();

  /**
   * @param rules by their ids, those of the findings among them
   */
  FindingWeights(ProjectConfig config, Map<String, Rule> rules, SourceTexts texts) {
    this.config = config;
    this.rules = rules;
    this.texts = texts;
    this.doubts = new FlowDoubts(texts);
  }

  /** These findings in their order, none more severe than the project lets it be at its place. */
  List<Finding> weigh(List<Finding> findings) {
    return findings.stream().map(this::weighed).toList();
  }

  private Finding weighed(Finding finding) {
    if (config.chosenSeverity(finding.ruleId()).isPresent()) {
      return finding;
    }
    Finding far = isFar(finding) ? atMost(config.ofLongFlows(), finding) : finding;
    Finding sure = certain(far);
    Finding inTests = atMost(config.inTests(), sure);
    return !inTests.equals(sure) && isLighterInTests(sure.ruleId()) && isInTests(sure)
        ? inTests
        : sure;
  }

  /** As severe as it is certain; doubts are looked for only where they would weigh. */
  private Finding certain(Finding finding) {
    Finding doubtful = atMost(config.ofDoubtfulFlows(), finding);
    return doubtful.equals(finding) || finding.flow().filter(doubts::holdFor).isEmpty()
        ? finding
        : doubtful.withConfidence(Confidence.LOW);
  }

  private static Finding atMost(Severity most, Finding finding) {
    return most.isAtLeast(finding.severity()) ? finding : finding.withSeverity(most);
  }

  private static boolean isFar(Finding finding) {
    return finding.flow().filter(flow -> flow.steps().size() > MOST_STEPS).isPresent();
  }

  private boolean isLighterInTests(String ruleId) {
    Rule rule = rules.get(ruleId);
    return rule != null
        && (rule.metadata().category().equals("security") || !rule.metadata().cwe().isEmpty())
        && !rule.regexOnly();
  }

  private boolean isInTests(Finding finding) {
    return known
        .computeIfAbsent(finding.place().path(), path -> texts.find(path).map(TestCode::of))
        .filter(code -> code.holds(finding.place().range().start()))
        .isPresent();
  }
}
