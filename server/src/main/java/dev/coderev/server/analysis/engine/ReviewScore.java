package dev.coderev.server.analysis.engine;

import dev.coderev.server.analysis.DetectedIssue;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;

/**
 * How good the analysed code is, from 0 to 100:
 *
 * <pre>
 * P = 15·(critical + high) + 5·medium + low
 * score = max(0, 100 − P·100 / max(100, lines))
 * </pre>
 */
final class ReviewScore {
  private static final List<String> SEVERITIES =
      List.of("critical", "high", "medium", "low", "info");

  private ReviewScore() {}

  static double of(List<DetectedIssue> issues, int lines) {
    double penalty = 0;
    for (DetectedIssue issue : issues) {
      penalty +=
          switch (issue.severity()) {
            case "critical", "high" -> 15;
            case "medium" -> 5;
            case "low" -> 1;
            default -> 0;
          };
    }
    double score = Math.max(0, 100 - penalty * 100 / Math.max(100, lines));
    return Math.round(score * 10) / 10.0;
  }

  static Map<String, Integer> counts(List<DetectedIssue> issues) {
    Map<String, Integer> counts = new TreeMap<>();
    issues.forEach(issue -> counts.merge(issue.severity(), 1, Integer::sum));
    return counts;
  }

  /** {@code "2 issues: 1 high, 1 low. Score 84.0."}. */
  static String summary(List<DetectedIssue> issues, double score) {
    if (issues.isEmpty()) {
      return "No issues. Score " + score + ".";
    }
    Map<String, Integer> counts = counts(issues);
    StringJoiner parts = new StringJoiner(", ");
    for (String severity : SEVERITIES) {
      if (counts.containsKey(severity)) {
        parts.add(counts.get(severity) + " " + severity);
      }
    }
    return issues.size()
        + (issues.size() == 1 ? " issue: " : " issues: ")
        + parts
        + ". Score "
        + score
        + ".";
  }
}
