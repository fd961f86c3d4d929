package dev.coderev.server.analysis;

import dev.coderev.analysis.engine.ProgressListener;
import dev.coderev.review.change.Change;
import dev.coderev.review.report.code.EditedLines;
import dev.coderev.server.platform.job.JobFailed;
import dev.coderev.server.platform.job.JobStatus;
import dev.coderev.server.project.ProjectAccess.ProjectRef;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Reviews of changes that somebody makes or proposes; they stand among a project's analyses. */
public interface ChangeReviews {
  /**
   * What a change introduces.
   *
   * @param repairs the lines that would repair an issue, by its fingerprint
   * @param keep stores the result, in the transaction that surrounds it
   */
  record Reviewed(
      List<DetectedIssue> issues,
      CoverageView coverage,
      String summary,
      Map<String, List<EditedLines>> repairs,
      Runnable keep) {
    public Reviewed {
      issues = List.copyOf(issues);
      repairs = Map.copyOf(repairs);
    }
  }

  /**
   * Adds one that waits for its job.
   *
   * @return its identifier as an analysis
   */
  String add(String projectId, String userId, String ref);

  void setJob(String analysisId, String jobId);

  /**
   * Reviews the change, and stores nothing yet.
   *
   * @param root of the files as the change leaves them
   * @throws JobFailed if that cannot be done, with the reason
   */
  Reviewed review(
      String analysisId, ProjectRef project, Change change, Path root, ProgressListener progress);

  /** Ends the one that this job was to do. */
  void endOf(String jobId, JobStatus status, String reason);
}
