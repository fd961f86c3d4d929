package dev.coderev.server.platform.metric;

import java.util.Map;
import org.springframework.stereotype.Component;

/** What is recorded of the work that outlives a request. */
@Component
public class JobMetrics {
  private static final String QUEUED = "coderev_jobs_queued";
  private static final String OLDEST = "coderev_job_oldest_queued_seconds";
  private static final String ACTIVE = "coderev_background_tasks_active";
  private static final String DEPTH = "coderev_analysis_queue_depth";

  private final Metrics metrics;

  JobMetrics(Metrics metrics) {
    this.metrics = metrics;
  }

  /** A job ended. */
  public void ended(String kind, String status, double seconds) {
    metrics.family("coderev_jobs_total").add(1, kind, status);
    metrics.family("coderev_job_duration_seconds").observe(seconds, kind);
  }

  /** A job is tried once more. */
  public void retried(String kind) {
    metrics.family("coderev_job_retries_total").add(1, kind);
  }

  /**
   * How much there is to do.
   *
   * @param queued by kind
   * @param running by kind
   * @param depth analyses that wait, by priority
   * @param oldestSeconds how long the oldest waits; 0 when nothing does
   */
  public void load(
      Map<String, Long> queued,
      Map<String, Long> running,
      Map<String, Long> depth,
      double oldestSeconds) {
    replace(QUEUED, queued);
    replace(ACTIVE, running);
    replace(DEPTH, depth);
    metrics.family(OLDEST).set(oldestSeconds);
  }

  /** The load cannot be known at the moment. */
  public void loadUnknown() {
    for (String name : new String[] {QUEUED, ACTIVE, DEPTH, OLDEST}) {
      metrics.family(name).clear();
    }
  }

  private void replace(String name, Map<String, Long> values) {
    MetricFamily family = metrics.family(name);
    family.clear();
    values.forEach((label, value) -> family.set((double) value, label));
  }
}
