package dev.coderev.analysis.engine;

import dev.coderev.analysis.finding.Finding;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * What became of all files of one run: in the order in which they were given, whatever the number
 * of threads.
 *
 * @param elsewhere findings in files that were not examined themselves, but into which data leads
 */
public record AnalysisReport(
    List<FileOutcome> outcomes, List<Finding> elsewhere, Duration duration) {
  public AnalysisReport {
    outcomes = List.copyOf(outcomes);
    elsewhere = List.copyOf(elsewhere);
  }

  /** All findings, suppressed ones included, by file and place. */
  public List<Finding> findings() {
    return Stream.concat(outcomes.stream().flatMap(AnalysisReport::findingsOf), elsewhere.stream())
        .toList();
  }

  static Stream<Finding> findingsOf(FileOutcome outcome) {
    return switch (outcome) {
      case FileOutcome.Analysed analysed -> analysed.findings().stream();
      case FileOutcome.Unparsable unparsable -> unparsable.findings().stream();
      case FileOutcome.Skipped _ -> Stream.empty();
    };
  }
}
