package dev.coderev.server.platform.metric;

import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What is recorded of issues and of what people say about them. */
@Component
public class IssueMetrics {
  /** What somebody said about a finding. */
  public enum Verdict {
    CONFIRMED,
    FALSE_POSITIVE,
    ACCEPTED,
    FIX_REJECTED
  }

  private final Metrics metrics;
  private final ProjectLabels projects;

  IssueMetrics(Metrics metrics, ProjectLabels projects) {
    this.metrics = metrics;
    this.projects = projects;
  }

  /** A security issue was seen for the first time. */
  public void found(String severity, String type, String projectId) {
    metrics
        .family("coderev_vulnerabilities_detected_total")
        .add(1, severity, type, projects.of(Optional.of(projectId)));
  }

  /** The state of an issue changed. */
  public void moved(String from, String to) {
    metrics.family("coderev_vulnerability_transitions_total").add(1, from, to);
  }

  public void said(Verdict verdict) {
    metrics.family("coderev_feedback_total").add(1, Metrics.id(verdict));
  }

  /** How many vulnerabilities there are in each state. */
  public void byStatus(Map<String, Long> counts) {
    MetricFamily family = metrics.family("coderev_vulnerabilities_by_status");
    family.clear();
    counts.forEach((status, count) -> family.set((double) count, status));
  }
}
