package dev.coderev.server.platform.job;

import dev.coderev.server.platform.database.Rows;
import dev.coderev.server.platform.metric.GaugeSource;
import dev.coderev.server.platform.metric.JobMetrics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How much work waits and runs, over all servers of this database. */
@Component
class JobLoad implements GaugeSource {
  private final JdbcClient database;
  private final JobMetrics metrics;
  private final Clock clock;

  JobLoad(JdbcClient database, JobMetrics metrics, Clock clock) {
    this.database = database;
    this.metrics = metrics;
    this.clock = clock;
  }

  @Override
  public void sample() {
    try {
      Map<String, Long> queued = byKind("queued");
      Map<String, Long> running = byKind("running");
      metrics.load(queued, running, waitingAnalyses(), oldestSeconds());
    } catch (RuntimeException failure) {
      metrics.loadUnknown();
      throw failure;
    }
  }

  private Map<String, Long> byKind(String status) {
    Map<String, Long> counts = new HashMap<>();
    database
        .sql("select kind, count(*) as n from jobs where status = ? group by kind")
        .param(status)
        .query(row -> {
          counts.put(row.getString("kind"), row.getLong("n"));
        });
    return counts;
  }

  private Map<String, Long> waitingAnalyses() {
    Map<String, Long> counts = new HashMap<>(Map.of("low", 0L, "normal", 0L, "high", 0L));
    database
        .sql(
            """
            select case when t.priority < :normal then 'low' when t.priority < :high then 'normal'
              else 'high' end as rank, count(*) as n
            from jobs j join scheduled_tasks t on t.task_name = :task and t.task_instance = j.id
            where j.status = 'queued' and j.kind in ('analysis', 'scan') group by rank
            """)
        .param("normal", NewJob.NORMAL)
        .param("high", NewJob.HIGH)
        .param("task", JobQueue.TASK)
        .query(row -> {
          counts.put(row.getString("rank"), row.getLong("n"));
        });
    return counts;
  }

  private double oldestSeconds() {
    Optional<Instant> oldest =
        database
            .sql("select min(created_at) as oldest from jobs where status = 'queued'")
            .query((row, _) -> Rows.optionalInstant(row, "oldest"))
            .single();
    return oldest
        .map(since -> Math.max(0, Duration.between(since, clock.instant()).toMillis() / 1e3))
        .orElse(0.0);
  }
}
