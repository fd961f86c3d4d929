package dev.coderev.server.platform.job;

/** A run that is to end because its job was cancelled or taken over by another run. */
public final class JobStopped extends RuntimeException {
  private static final long serialVersionUID = 1;

  JobStopped() {
    super("the job was cancelled or taken over", null, false, false);
  }
}
