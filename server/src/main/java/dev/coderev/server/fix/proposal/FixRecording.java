package dev.coderev.server.fix.proposal;

import dev.coderev.server.fix.FixStatus;
import dev.coderev.server.fix.proposal.Fix.Proof;
import dev.coderev.server.platform.metric.FixMetrics;
import dev.coderev.server.platform.metric.FixMetrics.Check;
import dev.coderev.server.platform.metric.FixMetrics.Result;
import dev.coderev.server.platform.metric.GaugeSource;
import dev.coderev.server.platform.metric.IssueMetrics;
import dev.coderev.server.platform.metric.IssueMetrics.Verdict;
import dev.coderev.server.project.ProjectAccess.Visible;
import dev.coderev.server.vulnerability.Issue;
import dev.coderev.server.vulnerability.IssueBook;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What the metrics learn of repairs. */
@Component
class FixRecording implements GaugeSource {
  private static final Visible ALL = new Visible(true, List.of());

  private final FixMetrics metrics;
  private final IssueMetrics feedback;
  private final IssueBook issues;
  private final Fixes fixes;

  FixRecording(FixMetrics metrics, IssueMetrics feedback, IssueBook issues, Fixes fixes) {
    this.metrics = metrics;
    this.feedback = feedback;
    this.issues = issues;
    this.fixes = fixes;
  }

  void generated(String type, Fix fix) {
    metrics.generated(type, fix.confidence());
    verified(fix.proof());
  }

  void verified(Proof proof) {
    metrics.verified(Check.SYNTAX, proof.parses());
    metrics.verified(Check.STATIC_ANALYSIS, proof.ruleSilent());
    metrics.verified(Check.REGRESSION, proof.newFindings() == 0);
  }

  /** Somebody or something moved the repair on. */
  void moved(Fix fix, FixStatus to) {
    String type = issues.vulnerability("vuln-" + fix.issueKey()).map(Issue::type).orElse("other");
    switch (to) {
      case APPLIED -> metrics.applied(type, Result.SUCCESS);
      case FAILED -> metrics.applied(type, Result.FAILED);
      case REJECTED -> {
        metrics.applied(type, Result.REJECTED);
        feedback.said(Verdict.FIX_REJECTED);
      }
      case PENDING, APPROVED, VERIFIED, ROLLED_BACK -> {}
    }
  }

  @Override
  public void sample() {
    Map<FixStatus, Long> counts = fixes.counts(ALL);
    metrics.active(
        Stream.of(FixStatus.PENDING, FixStatus.APPROVED, FixStatus.APPLIED)
            .mapToLong(status -> counts.getOrDefault(status, 0L))
            .sum());
  }
}
