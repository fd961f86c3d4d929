class Jobs {
  void run(Runnable job) {
    // ruleid: java.maintainability.error-swallowed
    try {
      job.run();
    } catch (Throwable t) {
    }
    // ruleid: java.maintainability.error-swallowed
    try {
      job.run();
    } catch (Throwable t) {
      t.printStackTrace();
    }
    // ok: java.maintainability.error-swallowed
    try {
      job.run();
    } catch (IllegalStateException e) {
      stop();
    }
    // ok: java.maintainability.error-swallowed
    try {
      job.run();
    } catch (Throwable t) {
      stop();
      throw t;
    }
  }

  void stop() {}
}
