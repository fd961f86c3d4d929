package dev.coderev.server.analysis;

import dev.coderev.analysis.finding.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * An analysis of a project came to its end; heard in the transaction that stores its results.
 *
 * @param examined the files that were looked into
 * @param present all files of the source, looked into or not
 * @param floor rules of a lower severity did not run
 */
public record AnalysisFinished(
    String analysisId,
    String projectId,
    String snapshotId,
    String ref,
    String versionId,
    Instant at,
    Set<String> examined,
    Set<String> present,
    Severity floor,
    List<DetectedIssue> issues) {
  public AnalysisFinished {
    examined = Set.copyOf(examined);
    present = Set.copyOf(present);
    issues = List.copyOf(issues);
  }
}
