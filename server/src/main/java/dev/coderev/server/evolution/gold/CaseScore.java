package dev.coderev.server.evolution.gold;

import dev.coderev.server.analysis.DetectedIssue;
import java.util.ArrayList;
import java.util.List;

/**
 * How a version did on one case.
 *
 * @param found how many of the expected findings are there
 * @param extra how many findings nobody expected
 */
public record CaseScore(
    String caseId, String set, boolean clean, boolean passed, int found, int extra) {
  private static final List<String> SEVERITIES =
      List.of("info", "low", "medium", "high", "critical");
  private static final int LINES_APART = 5;
  private static final double LEAST_RECALL = 0.8;
  private static final double LEAST_F1 = 0.7;

  /** Compares what was found with what is known; each expectation is met by one finding at most. */
  static CaseScore of(GoldCase gold, List<DetectedIssue> issues) {
    List<DetectedIssue> left =
        new ArrayList<>(issues.stream().filter(issue -> !issue.suppressed()).toList());
    int found = 0;
    for (GoldCase.Expected expected : gold.expected()) {
      for (DetectedIssue issue : left) {
        if (fits(expected, issue)) {
          left.remove(issue);
          found++;
          break;
        }
      }
    }
    return new CaseScore(
        gold.id(), gold.set(), gold.clean(), passes(gold, found, left.size()), found, left.size());
  }

  private static boolean fits(GoldCase.Expected expected, DetectedIssue issue) {
    int apart =
        Math.abs(SEVERITIES.indexOf(expected.severity()) - SEVERITIES.indexOf(issue.severity()));
    return issue.type().equals(expected.type())
        && apart <= 1
        && Math.abs(issue.line() - expected.line()) <= LINES_APART;
  }

  private static boolean passes(GoldCase gold, int found, int extra) {
    if (gold.clean()) {
      return extra == 0;
    }
    int wanted = gold.expected().size();
    if (gold.category().isSecurity()) {
      return found >= LEAST_RECALL * wanted && extra <= wanted;
    }
    return 2.0 * found / (wanted + found + extra) >= LEAST_F1;
  }
}
