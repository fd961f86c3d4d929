package dev.coderev.review.result;

import dev.coderev.analysis.finding.Confidence;
import dev.coderev.analysis.finding.Finding;
import dev.coderev.analysis.finding.Severity;
import java.util.Collection;

/**
 * A whole number from 0 to 100 for a change: {@code 100 − Σ weight(severity) · trust(confidence)}
 * over the findings that count, not below 0.
 *
 * <pre>
 * weight: critical 40, high 20, medium 8, low 2, info 0
 * trust:  high 1, medium 0.75, low 0.5
 * </pre>
 */
public record Score(int value) {
  public Score {
    if (value < 0 || value > 100) {
      throw new IllegalArgumentException("a score lies between 0 and 100: " + value);
    }
  }

  /** The score of a change with these findings; suppressed ones do not count. */
  public static Score of(Collection<Finding> findings) {
    double lost =
        findings.stream()
            .filter(finding -> !finding.isSuppressed())
            .mapToDouble(finding -> weight(finding.severity()) * trust(finding.confidence()))
            .sum();
    return new Score((int) Math.max(0, Math.round(100 - lost)));
  }

  private static double weight(Severity severity) {
    return switch (severity) {
      case CRITICAL -> 40;
      case HIGH -> 20;
      case MEDIUM -> 8;
      case LOW -> 2;
      case INFO -> 0;
    };
  }

  private static double trust(Confidence confidence) {
    return switch (confidence) {
      case HIGH -> 1;
      case MEDIUM -> 0.75;
      case LOW -> 0.5;
    };
  }
}
