package dev.coderev.server.platform.job;

import dev.coderev.server.platform.metric.GaugeSource;
import dev.coderev.server.platform.metric.JobMetrics;
import org.springframework.stereotype.Component;

/** How much work waits and runs, over all servers of this database. */
@Component
class JobLoad implements GaugeSource {
  private final JobCounts counts;
  private final JobMetrics metrics;

  JobLoad(JobCounts counts, JobMetrics metrics) {
    this.counts = counts;
    this.metrics = metrics;
  }

  @Override
  public void sample() {
    try {
      metrics.load(
          counts.byKind(JobStatus.QUEUED),
          counts.byKind(JobStatus.RUNNING),
          counts.waitingAnalyses(),
          counts.oldestSeconds());
    } catch (RuntimeException failure) {
      metrics.loadUnknown();
      throw failure;
    }
  }
}
