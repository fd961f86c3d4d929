package dev.coderev.server.audit;

import dev.coderev.server.audit.AuditRecords.Failures;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Service;

/**
 * What in the record deserves a look: many failed sign-ins, reused tokens, new rights, a broken
 * chain.
 */
@Service
class SecurityAlerts {
  private static final Duration LOOK_BACK = Duration.ofDays(30);
  private static final int MANY = 5;
  private static final int MOST = 1000;

  /** One thing that deserves a look. */
  record Alert(String id, String type, String severity, String message, Instant timestamp) {}

  private final AuditRecords records;
  private final Clock clock;

  SecurityAlerts(AuditRecords records, Clock clock) {
    this.records = records;
    this.clock = clock;
  }

  /** All of the last 30 days, newest first. */
  List<Alert> all() {
    Instant since = clock.instant().minus(LOOK_BACK);
    List<Alert> alerts = new ArrayList<>();
    for (Failures many : records.manyFailures("user_login", since, MANY, MOST)) {
      alerts.add(alert("failed_login", "failed sign-ins", many));
    }
    for (Failures many : records.manyFailures("webhook_rejected", since, MANY, MOST)) {
      alerts.add(alert("webhook_signature", "deliveries with a wrong signature", many));
    }
    for (AuditRecord record : records.ofActions(since, MOST)) {
      alerts.add(alert(record));
    }
    records
        .firstBroken()
        .ifPresent(id ->
            alerts.add(
                new Alert(
                    id,
                    "audit_chain_broken",
                    "critical",
                    "The record " + id + " is not as it was written",
                    clock.instant())));
    alerts.sort(Comparator.comparing(Alert::timestamp).thenComparing(Alert::id).reversed());
    return alerts;
  }

  private static Alert alert(String type, String what, Failures many) {
    return new Alert(
        many.lastId(),
        type,
        "medium",
        many.count() + " " + what + " in 15 minutes for " + many.subject(),
        many.last());
  }

  private static Alert alert(AuditRecord record) {
    String who = record.userEmail().orElse("somebody");
    return switch (record.action()) {
      case "token_reuse" ->
          new Alert(
              record.id(),
              "token_reuse",
              "high",
              "A refresh token of " + who + " was used twice; its session was ended",
              record.timestamp());
      default ->
          new Alert(
              record.id(),
              "privilege_change",
              "medium",
              who + " changed the rights of a user",
              record.timestamp());
    };
  }
}
