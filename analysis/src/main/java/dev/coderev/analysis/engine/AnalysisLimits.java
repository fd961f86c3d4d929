package dev.coderev.analysis.engine;

import java.time.Duration;

/**
 * What an analysis may cost; what is cut is recorded in the outcome.
 *
 * @param perRuleAndFile time for one rule on one file
 * @param perFile time for all rules on one file
 * @param findingsPerRuleAndFile more than this many are cut
 * @param acrossFiles whether data is followed from one file into another
 */
public record AnalysisLimits(
    Duration perRuleAndFile, Duration perFile, int findingsPerRuleAndFile, boolean acrossFiles) {
  public static final AnalysisLimits DEFAULT =
      new AnalysisLimits(Duration.ofSeconds(5), Duration.ofSeconds(30), 1000);

  /** Limits that follow data across files. */
  public AnalysisLimits(Duration perRuleAndFile, Duration perFile, int findingsPerRuleAndFile) {
    this(perRuleAndFile, perFile, findingsPerRuleAndFile, true);
  }

  /** The same with at most so much time for one rule on one file. */
  AnalysisLimits withRule(Duration most) {
    Duration less = most.compareTo(perRuleAndFile) < 0 ? most : perRuleAndFile;
    return new AnalysisLimits(less, perFile, findingsPerRuleAndFile, acrossFiles);
  }
}
