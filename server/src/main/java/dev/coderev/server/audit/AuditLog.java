package dev.coderev.server.audit;

import dev.coderev.server.platform.metric.IdentityMetrics;
import dev.coderev.server.platform.metric.IdentityMetrics.Action;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where acts are recorded, in the transaction of the act itself. */
@Service
public class AuditLog {
  private static final Logger LOG = LoggerFactory.getLogger("security");

  private static final Map<String, Action> ACTIONS =
      Map.ofEntries(
          Map.entry("user_login", Action.LOGIN),
          Map.entry("code_analysed", Action.REVIEW_REQUEST),
          Map.entry("project_started", Action.REVIEW_REQUEST),
          Map.entry("scan_started", Action.REVIEW_REQUEST),
          Map.entry("fix_applied", Action.FIX_APPLY),
          Map.entry("fix_approved", Action.FIX_APPROVE),
          Map.entry("issue_status_changed", Action.STATUS_CHANGE),
          Map.entry("report_generated", Action.REPORT_GENERATE),
          Map.entry("api_key_created", Action.KEY_CREATE));

  private final AuditRecords records;
  private final IdentityMetrics metrics;

  AuditLog(AuditRecords records, IdentityMetrics metrics) {
    this.metrics = metrics;
    this.records = records;
  }

  /** Records an act; it stays recorded exactly if the surrounding transaction commits. */
  @Transactional
  public void record(AuditEntry entry) {
    records.append(entry);
    String outcome = entry.outcome().name().toLowerCase(java.util.Locale.ROOT);
    metrics.audited(outcome);
    if (entry.outcome() == AuditEntry.Outcome.SUCCESS) {
      Optional.ofNullable(ACTIONS.get(entry.action())).ifPresent(metrics::acted);
    }
    LOG.atInfo()
        .addKeyValue("outcome", outcome)
        .addKeyValue("object_id", entry.objectId().orElse("-"))
        .log(entry.action());
  }
}
