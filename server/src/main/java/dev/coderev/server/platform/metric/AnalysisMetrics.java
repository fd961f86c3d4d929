package dev.coderev.server.platform.metric;

import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What is recorded of analyses. */
@Component
public class AnalysisMetrics {
  /** What an analysis was for. */
  public enum Purpose {
    CODE_REVIEW,
    VULNERABILITY_SCAN
  }

  /** How it ended. */
  public enum Status {
    SUCCESS,
    FAILED,
    TIMEOUT
  }

  /** A part of an analysis that is timed by itself. */
  public enum Stage {
    FETCH,
    PARSE,
    RULES,
    MODEL,
    JUDGE,
    STORE
  }

  /** What made a finding not count. */
  public enum Suppression {
    JUDGE,
    BASELINE,
    DUPLICATE,
    POLICY,
    THRESHOLD
  }

  /** Where a review came from. */
  public enum Review {
    PUSH,
    PULL_REQUEST,
    MANUAL,
    CODE
  }

  /**
   * What one analysis looked at.
   *
   * @param files examined files by language
   * @param lines of them by language
   * @param unparsed files that could not be read, by language
   * @param covered share of the files that was examined, 0..1
   */
  public record Extent(
      Map<String, Integer> files,
      Map<String, Integer> lines,
      Map<String, Integer> unparsed,
      double covered,
      String conclusion,
      double score) {
    public Extent {
      files = Map.copyOf(files);
      lines = Map.copyOf(lines);
      unparsed = Map.copyOf(unparsed);
    }
  }

  /** The zone of the version that answers. */
  private static final String SERVING = "v2";

  private final Metrics metrics;
  private final ProjectLabels projects;

  AnalysisMetrics(Metrics metrics, ProjectLabels projects) {
    this.metrics = metrics;
    this.projects = projects;
  }

  /** An analysis ended, however it did. */
  public void ended(
      Purpose purpose, Status status, String scanType, Optional<String> projectId, double seconds) {
    metrics
        .family("coderev_analyses_completed_total")
        .add(1, Metrics.id(purpose), Metrics.id(status));
    metrics
        .family("coderev_scan_duration_seconds")
        .observe(seconds, scanType, projects.of(projectId));
    metrics
        .family("coderev_version_requests_total")
        .add(1, SERVING, status == Status.FAILED ? "error" : Metrics.id(status));
    metrics.family("coderev_version_request_duration_seconds").observe(seconds, SERVING);
  }

  /** An analysis gave results. */
  public void examined(Purpose purpose, Review review, Optional<String> projectId, Extent extent) {
    String project = projects.of(projectId);
    extent
        .files()
        .forEach((language, count) ->
            metrics.family("coderev_files_analyzed_total").add(count, language, project));
    extent
        .lines()
        .forEach((language, count) ->
            metrics.family("coderev_lines_analyzed_total").add(count, language));
    extent
        .unparsed()
        .forEach((language, count) ->
            metrics.family("coderev_parse_failures_total").add(count, language));
    metrics.family("coderev_code_quality_score").observe(extent.score(), project);
    metrics
        .family("coderev_analysis_coverage_ratio")
        .observe(extent.covered(), Metrics.id(purpose));
    metrics.family("coderev_analysis_conclusions_total").add(1, extent.conclusion());
    metrics.family("coderev_reviews_completed_total").add(1, project, Metrics.id(review));
  }

  public void stage(Stage stage, double seconds) {
    metrics.family("coderev_analysis_stage_duration_seconds").observe(seconds, Metrics.id(stage));
  }

  public void suppressed(Suppression reason, int count) {
    metrics.family("coderev_findings_suppressed_total").add(count, Metrics.id(reason));
  }
}
