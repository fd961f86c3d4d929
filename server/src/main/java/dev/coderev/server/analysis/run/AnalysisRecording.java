package dev.coderev.server.analysis.run;

import dev.coderev.server.analysis.engine.ReviewEngine.Outcome;
import dev.coderev.server.platform.job.JobStatus;
import dev.coderev.server.platform.metric.AnalysisMetrics;
import dev.coderev.server.platform.metric.AnalysisMetrics.Purpose;
import dev.coderev.server.platform.metric.AnalysisMetrics.Review;
import dev.coderev.server.platform.metric.AnalysisMetrics.Stage;
import dev.coderev.server.platform.metric.AnalysisMetrics.Status;
import dev.coderev.server.platform.metric.AnalysisMetrics.Suppression;
import dev.coderev.server.platform.trace.Traces;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** What the metrics learn of an analysis. */
@Component
class AnalysisRecording {
  private final AnalysisMetrics metrics;
  private final Clock clock;
  private final Traces traces;

  AnalysisRecording(AnalysisMetrics metrics, Clock clock, Traces traces) {
    this.traces = traces;
    this.metrics = metrics;
    this.clock = clock;
  }

  /** The stages of one analysis, each timed from the end of the one before. */
  final class Stages {
    private long since = System.nanoTime();
    private Instant begun = clock.instant();

    void over(Stage stage) {
      long now = System.nanoTime();
      metrics.stage(stage, (now - since) / 1e9);
      since = now;
      traces.past("analysis " + stage.name().toLowerCase(Locale.ROOT), begun);
      begun = clock.instant();
    }
  }

  Stages stages() {
    return new Stages();
  }

  /** The analysis gave results. */
  void done(Analysis analysis, Outcome outcome) {
    metrics.examined(
        purpose(analysis),
        analysis.kind().equals("code") ? Review.CODE : Review.MANUAL,
        analysis.projectId(),
        outcome.extent());
    int suppressed = (int) outcome.issues().stream().filter(issue -> issue.suppressed()).count();
    metrics.suppressed(Suppression.POLICY, suppressed);
    ended(analysis, Status.SUCCESS);
  }

  /** The analysis ended without results; one that was cancelled is not counted. */
  void ended(Analysis analysis, JobStatus status) {
    switch (status) {
      case FAILED -> ended(analysis, Status.FAILED);
      case TIMEOUT -> ended(analysis, Status.TIMEOUT);
      case QUEUED, RUNNING, COMPLETED, PARTIAL, CANCELLED -> {}
    }
  }

  private void ended(Analysis analysis, Status status) {
    Duration took =
        Duration.between(analysis.startedAt().orElse(analysis.createdAt()), clock.instant());
    metrics.ended(
        purpose(analysis),
        status,
        analysis.scanType(),
        analysis.projectId(),
        Math.max(0, took.toMillis()) / 1e3);
  }

  private static Purpose purpose(Analysis analysis) {
    return analysis.kind().equals("scan") ? Purpose.VULNERABILITY_SCAN : Purpose.CODE_REVIEW;
  }
}
