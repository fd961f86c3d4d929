package dev.coderev.server.platform.job;

import dev.coderev.server.platform.database.Conditions;
import dev.coderev.server.platform.database.Rows;
import dev.coderev.server.platform.error.Problem;
import dev.coderev.server.platform.error.ProblemCode;
import dev.coderev.server.platform.id.Ids;
import dev.coderev.server.platform.log.LogScope;
import dev.coderev.server.platform.metric.HttpMetrics;
import dev.coderev.server.platform.trace.SpanContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The jobs, and what becomes of them. */
@Repository
public class Jobs {
  private static final int MOST_RUNNING = 2;
  private static final int MOST_QUEUED = 20;
  private static final Duration QUEUE_WAIT = Duration.ofSeconds(10);

  /** What a worker is to do with a job that it took from the queue. */
  enum Claim {
    RUN,
    LATER,
    NOTHING
  }

  private final JdbcClient database;
  private final JobQueue queue;
  private final JsonMapper json;
  private final Clock clock;
  private final HttpMetrics metrics;

  Jobs(JdbcClient database, JobQueue queue, JsonMapper json, Clock clock, HttpMetrics metrics) {
    this.metrics = metrics;
    this.database = database;
    this.queue = queue;
    this.json = json;
    this.clock = clock;
  }

  /**
   * Queues a job in the transaction that surrounds the call.
   *
   * @throws Problem if the project's queue is full
   */
  @Transactional
  public Job add(NewJob wanted) {
    wanted.projectId().ifPresent(this::requireRoom);
    String id = Ids.next("job_");
    database
        .sql(
            """
            insert into jobs (id, kind, status, project_id, started_by, request_id, cause,
              payload, created_at)
            values (:id, :kind, 'queued', :project, :user, :request, :cause,
              cast(:payload as jsonb), :now)
            """)
        .param("id", id)
        .param("kind", wanted.kind().id())
        .param("project", wanted.projectId().orElse(null))
        .param("user", wanted.startedBy().orElse(null))
        .param("request", LogScope.current(LogScope.REQUEST_ID))
        .param("cause", SpanContext.current().map(SpanContext::toString).orElse(null))
        .param("payload", json.writeValueAsString(wanted.payload()))
        .param("now", Rows.time(clock.instant()))
        .update();
    queue.add(id, wanted.priority());
    return find(id).orElseThrow();
  }

  private void requireRoom(String projectId) {
    lockProject(projectId);
    long queued =
        database
            .sql("select count(*) from jobs where project_id = ? and status = 'queued'")
            .param(projectId)
            .query(Long.class)
            .single();
    if (queued >= MOST_QUEUED) {
      metrics.limited("jobs");
      throw Problem.rateLimited(QUEUE_WAIT);
    }
  }

  private void lockProject(String projectId) {
    database
        .sql("select pg_advisory_xact_lock(4714, hashtext(?))")
        .param(projectId)
        .query()
        .listOfRows();
  }

  public Optional<Job> find(String id) {
    return database
        .sql("select * from jobs where id = ?")
        .param(id)
        .query((row, _) -> job(row))
        .optional();
  }

  /** Whether work of this kind waits or runs for the project, which stays locked. */
  @Transactional
  public boolean isUnderWay(JobKind kind, String projectId) {
    lockProject(projectId);
    return database
        .sql(
            """
            select exists (select 1 from jobs
              where project_id = ? and kind = ? and status in ('queued', 'running'))
            """)
        .param(projectId)
        .param(kind.id())
        .query(Boolean.class)
        .single();
  }

  /** How many jobs of this kind wait or run, over these projects. */
  public long underWay(JobKind kind, Conditions projects) {
    return database
        .sql(
            "select count(*) from jobs"
                + projects.where()
                + " and kind = :kind and status in ('queued', 'running')")
        .params(projects.params())
        .param("kind", kind.id())
        .query(Long.class)
        .single();
  }

  /** Makes the job this worker's, unless it is over or its project has enough running. */
  @Transactional
  public Claim claim(String id) {
    Optional<Job> found = lock(id);
    if (found.isEmpty() || found.get().status().isFinished()) {
      return Claim.NOTHING;
    }
    Job job = found.get();
    if (job.projectId().isPresent()) {
      lockProject(job.projectId().get());
      long running =
          database
              .sql(
                  """
                  select count(*) from jobs
                  where project_id = ? and kind = ? and status = 'running' and id <> ?
                  """)
              .param(job.projectId().get())
              .param(job.kind().id())
              .param(id)
              .query(Long.class)
              .single();
      if (running >= MOST_RUNNING) {
        return Claim.LATER;
      }
    }
    database
        .sql(
            """
            update jobs set status = 'running', attempt = attempt + 1, progress = 0,
              started_at = coalesce(started_at, :now)
            where id = :id
            """)
        .param("now", Rows.time(clock.instant()))
        .param("id", id)
        .update();
    return Claim.RUN;
  }

  private Optional<Job> lock(String id) {
    return database
        .sql("select * from jobs where id = ? for update")
        .param(id)
        .query((row, _) -> job(row))
        .optional();
  }

  /** Whether the run still has the job: neither cancelled nor taken over. */
  boolean progress(Job run, int percent) {
    return database
            .sql(
                """
                update jobs set progress = greatest(progress, :percent)
                where id = :id and status = 'running' and attempt = :attempt and not cancel
                """)
            .param("percent", Math.clamp(percent, 0, 99))
            .param("id", run.id())
            .param("attempt", run.attempt())
            .update()
        == 1;
  }

  /** Ends the job if the run still has it, cancelled or not. */
  boolean end(Job run, JobStatus status, Optional<String> resultUrl, Optional<String> error) {
    return database
            .sql(
                """
                update jobs set status = :status, completed_at = :now, result_url = :url,
                  error = :error,
                  progress = case when :status in ('completed', 'partial') then 100 else progress end
                where id = :id and status = 'running' and attempt = :attempt
                """)
            .param("status", status.id())
            .param("now", Rows.time(clock.instant()))
            .param("url", resultUrl.orElse(null))
            .param("error", error.orElse(null))
            .param("id", run.id())
            .param("attempt", run.attempt())
            .update()
        == 1;
  }

  /** Puts the job back into the queue, for another worker or a later try. */
  boolean handBack(Job run) {
    return database
            .sql(
                "update jobs set status = 'queued' where id = ? and status = 'running' and attempt = ?")
            .param(run.id())
            .param(run.attempt())
            .update()
        == 1;
  }

  /**
   * Asks for the end of a job. One that waits is cancelled at once, one that runs soon.
   *
   * @throws Problem if it is over
   */
  @Transactional
  public JobStatus cancel(String id) {
    Job job = lock(id).orElseThrow(Problem::notFound);
    if (job.status().isFinished()) {
      throw Problem.of(ProblemCode.CONFLICT, "The job is over.");
    }
    database
        .sql(
            """
            update jobs set cancel = true,
              status = case when status = 'queued' then 'cancelled' else status end,
              completed_at = case when status = 'queued' then cast(:now as timestamptz) end
            where id = :id
            """)
        .param("now", Rows.time(clock.instant()))
        .param("id", id)
        .update();
    return find(id).orElseThrow().status();
  }

  private static Job job(ResultSet row) throws SQLException {
    return new Job(
        row.getString("id"),
        JobKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
        JobStatus.byId(row.getString("status")),
        row.getInt("progress"),
        Rows.instant(row, "created_at"),
        Rows.optionalInstant(row, "started_at"),
        Rows.optionalInstant(row, "completed_at"),
        Rows.text(row, "result_url"),
        Rows.text(row, "error"),
        Rows.text(row, "project_id"),
        Rows.text(row, "started_by"),
        row.getString("request_id"),
        Rows.text(row, "cause"),
        row.getString("payload"),
        row.getInt("attempt"),
        row.getBoolean("cancel"));
  }
}
