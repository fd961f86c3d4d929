package dev.coderev.server.platform.job;

/** Someone who does one kind of work. A run may be repeated after a crash, so it begins anew. */
public interface JobHandler {
  JobKind kind();

  /**
   * Does the work and ends it with {@link JobRun#complete}.
   *
   * @throws JobFailed if it cannot be done, with the reason for the user
   */
  void run(JobRun run);

  /** Called in the transaction in which the job ends without being completed. */
  void ended(Job job, JobStatus status, String reason);
}
