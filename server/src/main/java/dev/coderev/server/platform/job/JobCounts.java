package dev.coderev.server.platform.job;

import dev.coderev.server.platform.database.Rows;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How many jobs there are, over all servers of this database. */
@Repository
class JobCounts {
  private final JdbcClient database;
  private final Clock clock;

  JobCounts(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  Map<String, Long> byKind(JobStatus status) {
    Map<String, Long> counts = new HashMap<>();
    database
        .sql("select kind, count(*) as n from jobs where status = ? group by kind")
        .param(status.id())
        .query(row -> {
          counts.put(row.getString("kind"), row.getLong("n"));
        });
    return counts;
  }

  /** The analyses that wait, by the rank of their priority. */
  Map<String, Long> waitingAnalyses() {
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

  /** How long the job waits that waits longest. */
  double oldestSeconds() {
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
