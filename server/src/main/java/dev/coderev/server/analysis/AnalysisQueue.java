package dev.coderev.server.analysis;

/** Where other modules ask for analyses. */
public interface AnalysisQueue {
  /** Queues a review of what has changed on the project's main line. */
  void reviewChanged(String projectId, String userId);
}
