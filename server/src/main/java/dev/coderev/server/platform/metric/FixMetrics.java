package dev.coderev.server.platform.metric;

import org.springframework.stereotype.Component;

/** What is recorded of repairs. */
@Component
public class FixMetrics {
  private static final double HIGH = 0.95;
  private static final double MEDIUM = 0.85;

  /** What became of a repair. */
  public enum Result {
    SUCCESS,
    FAILED,
    REJECTED
  }

  /** What a repair is checked for. */
  public enum Check {
    SYNTAX,
    STATIC_ANALYSIS,
    UNIT_TESTS,
    REGRESSION
  }

  private final Metrics metrics;

  FixMetrics(Metrics metrics) {
    this.metrics = metrics;
  }

  /** A repair was made and proven. */
  public void generated(String type, double confidence) {
    String level = confidence >= HIGH ? "high" : confidence >= MEDIUM ? "medium" : "low";
    metrics.family("coderev_auto_fixes_generated_total").add(1, type, level);
  }

  /** A repair was applied, could not be, or was refused. */
  public void applied(String type, Result result) {
    metrics.family("coderev_auto_fixes_applied_total").add(1, type, Metrics.id(result));
  }

  public void verified(Check check, boolean passed) {
    metrics
        .family("coderev_auto_fix_verifications_total")
        .add(1, Metrics.id(check), passed ? "passed" : "failed");
  }

  /** How many repairs are pending, approved or applied. */
  public void active(long count) {
    metrics.family("coderev_active_fixes_count").set((double) count);
  }
}
