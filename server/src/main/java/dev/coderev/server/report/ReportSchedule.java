package dev.coderev.server.report;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A report that is made again and again.
 *
 * @param schedule a cron line of five fields
 * @param recipients addresses that get each one by mail
 */
record ReportSchedule(
    String id,
    String userId,
    String name,
    String type,
    String format,
    Optional<String> projectId,
    String schedule,
    List<String> recipients,
    boolean enabled,
    Instant nextRun,
    Optional<Instant> lastRun) {
  ReportSchedule {
    recipients = List.copyOf(recipients);
  }
}
