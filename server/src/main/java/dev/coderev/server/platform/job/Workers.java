package dev.coderev.server.platform.job;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.coderev.server.platform.log.LogScope;
import dev.coderev.server.platform.metric.JobMetrics;
import dev.coderev.server.platform.settings.Role;
import dev.coderev.server.platform.settings.ServerSettings;
import dev.coderev.server.platform.trace.OpenSpan;
import dev.coderev.server.platform.trace.SpanContext;
import dev.coderev.server.platform.trace.Traces;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/**
 * The threads that do the jobs of this process. A worker that dies stops its heartbeat, and another
 * one takes its jobs.
 */
@Component
public class Workers implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger("jobs");
  private static final Duration POLL = Duration.ofMillis(250);
  private static final Duration HEARTBEAT = Duration.ofSeconds(2);
  private static final Duration LATER = Duration.ofMillis(500);
  private static final Duration FAREWELL = Duration.ofSeconds(5);
  private static final int MISSED_HEARTBEATS = 4;
  private static final int MOST_ATTEMPTS = 4;

  private final Map<JobKind, JobHandler> handlers = new EnumMap<>(JobKind.class);
  private final Jobs jobs;
  private final TransactionOperations transaction;
  private final JsonMapper json;
  private final Clock clock;
  private final JobMetrics metrics;
  private final Traces traces;
  private final Optional<Scheduler> scheduler;
  private volatile boolean running;

  Workers(
      List<JobHandler> handlers,
      Jobs jobs,
      TransactionOperations transaction,
      JsonMapper json,
      DataSource database,
      ServerSettings settings,
      JobMetrics metrics,
      SchedulerProbe probe,
      Traces traces,
      Clock clock) {
    this.traces = traces;
    this.metrics = metrics;
    handlers.forEach(handler -> this.handlers.put(handler.kind(), handler));
    this.jobs = jobs;
    this.transaction = transaction;
    this.json = json;
    this.clock = clock;
    this.scheduler =
        settings.plays(Role.WORKER) ? Optional.of(scheduler(database, probe)) : Optional.empty();
  }

  private Scheduler scheduler(DataSource database, SchedulerProbe probe) {
    int threads = Math.max(2, Runtime.getRuntime().availableProcessors());
    Task<Void> task =
        Tasks.custom(JobQueue.TASK, Void.class)
            .onFailure(new FailureHandler.OnFailureRetryLater<>(LATER))
            .onDeadExecutionRevive()
            .execute(this::execute);
    return Scheduler.create(database, List.of(task))
        .threads(threads)
        .pollingInterval(POLL)
        .pollUsingLockAndFetch(0.5, 1.0)
        .heartbeatInterval(HEARTBEAT)
        .missedHeartbeatsLimit(MISSED_HEARTBEATS)
        .enablePriority()
        .addSchedulerListener(probe)
        .shutdownMaxWait(FAREWELL)
        .build();
  }

  private CompletionHandler<Void> execute(TaskInstance<Void> instance, ExecutionContext context) {
    String id = instance.getId();
    return switch (jobs.claim(id)) {
      case NOTHING -> new CompletionHandler.OnCompleteRemove<>();
      case LATER -> later();
      case RUN -> run(jobs.find(id).orElseThrow());
    };
  }

  private CompletionHandler<Void> later() {
    Instant when = clock.instant().plus(LATER);
    return (complete, operations) -> operations.reschedule(complete, when);
  }

  private CompletionHandler<Void> run(Job job) {
    Optional<SpanContext> cause = job.cause().flatMap(SpanContext::read);
    try (LogScope _ = LogScope.open(LogScope.REQUEST_ID, job.requestId());
        LogScope _ = LogScope.open(LogScope.JOB_ID, job.id());
        OpenSpan span = traces.work("job " + job.kind().id(), cause)) {
      return run(job, handlers.get(job.kind()), span);
    }
  }

  private CompletionHandler<Void> run(Job job, @Nullable JobHandler handler, OpenSpan span) {
    try {
      if (handler == null) {
        throw new JobFailed("nothing here does this kind of work");
      }
      handler.run(new JobRun(job, jobs, transaction, json));
      count(job, JobStatus.COMPLETED);
      LOG.atInfo().addKeyValue("kind", job.kind().id()).log("job_completed");
      return new CompletionHandler.OnCompleteRemove<>();
    } catch (JobStopped _) {
      return stopped(job, handler);
    } catch (JobFailed failure) {
      span.fail();
      end(job, handler, JobStatus.FAILED, String.valueOf(failure.getMessage()));
      return new CompletionHandler.OnCompleteRemove<>();
    } catch (RuntimeException failure) {
      span.fail();
      LOG.atError().setCause(failure).addKeyValue("kind", job.kind().id()).log("job_failed");
      return tryAgain(job, handler);
    }
  }

  private CompletionHandler<Void> tryAgain(Job job, @Nullable JobHandler handler) {
    if (job.attempt() < MOST_ATTEMPTS && jobs.handBack(job)) {
      metrics.retried(job.kind().id());
      return later();
    }
    end(job, handler, JobStatus.FAILED, "an internal failure; the log has it under the request id");
    return new CompletionHandler.OnCompleteRemove<>();
  }

  /** Cancelled, taken over, or interrupted by the end of this process. */
  private CompletionHandler<Void> stopped(Job job, @Nullable JobHandler handler) {
    boolean cancelled = jobs.find(job.id()).map(Job::cancelled).orElse(true);
    if (cancelled) {
      end(job, handler, JobStatus.CANCELLED, "cancelled");
      return new CompletionHandler.OnCompleteRemove<>();
    }
    boolean wasInterrupted = Thread.interrupted();
    return jobs.handBack(job) || wasInterrupted
        ? later()
        : new CompletionHandler.OnCompleteRemove<>();
  }

  private void end(Job job, @Nullable JobHandler handler, JobStatus status, String reason) {
    transaction.executeWithoutResult(_ -> {
      if (jobs.end(job, status, Optional.empty(), Optional.of(reason)) && handler != null) {
        handler.ended(job, status, reason);
      }
    });
    count(job, status);
    LOG.atInfo().addKeyValue("status", status.id()).log("job_ended");
  }

  private void count(Job job, JobStatus status) {
    Instant begun = job.startedAt().orElse(job.createdAt());
    metrics.ended(
        job.kind().id(), status.id(), Duration.between(begun, clock.instant()).toMillis() / 1e3);
  }

  /** Cancels a job; one that waits is over at once. */
  public void cancel(Job job) {
    transaction.executeWithoutResult(_ -> {
      if (jobs.cancel(job.id()) == JobStatus.CANCELLED && handlers.containsKey(job.kind())) {
        handlers.get(job.kind()).ended(job, JobStatus.CANCELLED, "cancelled");
      }
    });
  }

  @Override
  public void start() {
    scheduler.ifPresent(Scheduler::start);
    running = true;
  }

  @Override
  public void stop() {
    scheduler.ifPresent(Scheduler::stop);
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
