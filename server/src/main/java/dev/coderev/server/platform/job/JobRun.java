package dev.coderev.server.platform.job;

import java.util.Optional;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/**
 * One attempt at a job. Whatever it changes, it changes in the transaction that completes the job.
 */
public final class JobRun {
  private final Job job;
  private final Jobs jobs;
  private final TransactionOperations transaction;
  private final JsonMapper json;

  JobRun(Job job, Jobs jobs, TransactionOperations transaction, JsonMapper json) {
    this.job = job;
    this.jobs = jobs;
    this.transaction = transaction;
    this.json = json;
  }

  public Job job() {
    return job;
  }

  /** What the job was queued with. */
  public <T> T payload(Class<T> type) {
    return json.readValue(job.payload(), type);
  }

  /**
   * Says how far the work is.
   *
   * @throws JobStopped if it is to end
   */
  public void progress(int percent) {
    if (Thread.currentThread().isInterrupted() || !jobs.progress(job, percent)) {
      throw new JobStopped();
    }
  }

  /**
   * Stores the results and completes the job, both or neither. After a crash in between the job
   * runs once more and this happens once.
   *
   * @throws JobStopped if another run has the job by now
   */
  public void complete(JobStatus status, Optional<String> resultUrl, Runnable results) {
    transaction.executeWithoutResult(_ -> {
      if (!jobs.end(job, status, resultUrl, Optional.empty())) {
        throw new JobStopped();
      }
      results.run();
    });
  }
}
