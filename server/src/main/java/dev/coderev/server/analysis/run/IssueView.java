package dev.coderev.server.analysis.run;

import dev.coderev.server.analysis.DetectedIssue;
import java.time.Instant;
import java.util.Optional;

/** An issue of one analysis, as the API shows it. */
record IssueView(
    String id,
    String title,
    String severity,
    String category,
    String file,
    int line,
    int column,
    int endLine,
    int endColumn,
    String rule,
    String message,
    String description,
    Optional<String> suggestion,
    boolean autoFixable,
    String status,
    String fingerprint,
    String source,
    double confidence,
    Instant createdAt) {

  static IssueView of(Analysis analysis, DetectedIssue issue) {
    String key = dev.coderev.server.platform.id.Secrets.sha256(analysis.id() + issue.fingerprint());
    return new IssueView(
        "issue_" + key.substring(0, 32),
        issue.title(),
        issue.severity(),
        issue.category(),
        issue.file(),
        issue.line(),
        issue.column(),
        issue.endLine(),
        issue.endColumn(),
        issue.rule(),
        issue.message(),
        issue.message(),
        issue.suggestion(),
        issue.autoFixable(),
        "open",
        issue.fingerprint(),
        "rule",
        issue.confidence(),
        analysis.createdAt());
  }
}
