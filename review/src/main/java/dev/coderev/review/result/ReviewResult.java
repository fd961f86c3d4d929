package dev.coderev.review.result;

import dev.coderev.analysis.finding.Finding;
import dev.coderev.analysis.finding.Severity;
import dev.coderev.analysis.rule.Rule;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Everything a report can say.
 *
 * @param toolVersion of CodeRev
 * @param root the project's folder, against which all paths are relative
 * @param findings by path, place and rule; suppressed ones included
 * @param rules the rules that have findings, by id
 * @param change present when only a change was reviewed
 */
public record ReviewResult(
    String toolVersion,
    Instant started,
    Duration duration,
    Path root,
    List<Finding> findings,
    SortedMap<String, Rule> rules,
    Coverage coverage,
    Optional<ChangeSummary> change) {

  public ReviewResult {
    findings = List.copyOf(findings);
    rules = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(rules));
  }

  /** The findings that count. */
  public List<Finding> active() {
    return findings.stream().filter(finding -> !finding.isSuppressed()).toList();
  }

  public List<Finding> suppressed() {
    return findings.stream().filter(Finding::isSuppressed).toList();
  }

  /** How many findings count, by severity, every severity named. */
  public Map<Severity, Integer> counts() {
    Map<Severity, Integer> counts = new EnumMap<>(Severity.class);
    for (Severity severity : Severity.values()) {
      counts.put(severity, 0);
    }
    active().forEach(finding -> counts.merge(finding.severity(), 1, Integer::sum));
    return counts;
  }

  public Verdict verdict() {
    if (coverage.examined().isEmpty()) {
      return Verdict.NOT_REVIEWED;
    }
    if (!coverage.isComplete()) {
      return Verdict.PARTLY_REVIEWED;
    }
    return active().isEmpty() ? Verdict.CLEAN : Verdict.FINDINGS;
  }

  public Score score() {
    return Score.of(findings);
  }
}
