package dev.coderev.analysis.engine;

import dev.coderev.analysis.finding.Finding;
import java.time.Duration;
import java.util.List;

/**
 * What became of all files of one run: in the order in which they were given, whatever the number
 * of threads.
 */
public record AnalysisReport(List<FileOutcome> outcomes, Duration duration) {
  public AnalysisReport {
    outcomes = List.copyOf(outcomes);
  }

  /** All findings, suppressed ones included, by file and place. */
  public List<Finding> findings() {
    return outcomes.stream()
        .flatMap(outcome ->
            switch (outcome) {
              case FileOutcome.Analysed analysed -> analysed.findings().stream();
              case FileOutcome.Unparsable unparsable -> unparsable.findings().stream();
              case FileOutcome.Skipped _ -> java.util.stream.Stream.<Finding>empty();
            })
        .toList();
  }
}
