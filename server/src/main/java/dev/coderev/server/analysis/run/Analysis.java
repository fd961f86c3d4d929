package dev.coderev.server.analysis.run;

import dev.coderev.server.analysis.CoverageView;
import dev.coderev.server.analysis.DetectedIssue;
import dev.coderev.server.analysis.engine.CodeMetrics;
import dev.coderev.server.analysis.engine.ReviewEngine.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An analysis as it is stored.
 *
 * @param kind code, project or scan
 * @param status as of its job
 * @param result empty until it is completed
 */
record Analysis(
    String id,
    String kind,
    Optional<String> projectId,
    Optional<String> userId,
    Optional<String> jobId,
    String status,
    int progress,
    String language,
    String scanType,
    String ref,
    Optional<String> snapshotId,
    Request request,
    int issuesFound,
    Optional<Double> score,
    Optional<String> conclusion,
    Optional<Result> result,
    Optional<String> error,
    String versionId,
    Instant createdAt,
    Optional<Instant> startedAt,
    Optional<Instant> completedAt) {

  /**
   * What was asked for.
   *
   * @param code empty for the source of a project
   * @param paths patterns of files; empty means all
   * @param floor rules of a lower severity do not run
   * @param dependencies whether what the source depends on belongs to the question
   */
  record Request(
      Optional<String> code,
      String filePath,
      List<String> rules,
      boolean includeAi,
      boolean fullScan,
      List<String> paths,
      Optional<String> floor,
      Optional<Boolean> dependencies) {
    Request {
      rules = List.copyOf(rules);
      paths = List.copyOf(paths);
    }
  }

  /** What came out. */
  record Result(
      List<DetectedIssue> issues,
      CoverageView coverage,
      Optional<CodeMetrics> metrics,
      String summary,
      int lines,
      long durationMs) {
    Result {
      issues = List.copyOf(issues);
    }

    /** The same results, of so much. */
    Result of(CoverageView other) {
      return new Result(issues, other, metrics, summary, lines, durationMs);
    }

    /**
     * Of what the engine said of whole files.
     *
     * @param start by the clock of {@link System#nanoTime}
     */
    static Result of(Outcome outcome, long start) {
      return new Result(
          outcome.issues(),
          outcome.coverage(),
          Optional.empty(),
          outcome.summary(),
          outcome.lines(),
          (System.nanoTime() - start) / 1_000_000);
    }
  }

  boolean isOver() {
    return !status.equals("queued") && !status.equals("running");
  }
}
