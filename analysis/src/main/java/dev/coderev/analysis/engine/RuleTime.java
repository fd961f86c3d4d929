package dev.coderev.analysis.engine;

import dev.coderev.analysis.pattern.DeadlineExceeded;
import java.time.Duration;

/**
 * The time that one rule has in one file, and what is said of a rule that was cut short there.
 *
 * @param left what all rules together have left in the file
 */
record RuleTime(AnalysisLimits limits, Duration left) {
  boolean isOver() {
    return !left.isPositive();
  }

  Duration given() {
    return fileIsShorter() ? left : limits.perRuleAndFile();
  }

  private boolean fileIsShorter() {
    return left.compareTo(limits.perRuleAndFile()) < 0;
  }

  /** That the time is over. */
  String exceeded() {
    return fileIsShorter()
        ? "the file took longer than " + seconds(limits.perFile())
        : "took longer than " + seconds(limits.perRuleAndFile());
  }

  /** Why the rule did not come to its end. */
  String reason(Throwable failure) {
    return switch (failure) {
      case DeadlineExceeded _ -> exceeded();
      case StackOverflowError _ -> "the code is nested too deeply";
      case OutOfMemoryError _ -> "ran out of memory";
      default -> "failed: " + failure;
    };
  }

  private static String seconds(Duration duration) {
    return duration.toMillis() % 1000 == 0
        ? duration.toSeconds() + " s"
        : duration.toMillis() + " ms";
  }
}
