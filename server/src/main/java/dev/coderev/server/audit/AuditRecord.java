package dev.coderev.server.audit;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** A recorded act, as it is shown. */
record AuditRecord(
    String id,
    String action,
    String outcome,
    Optional<String> userId,
    Optional<String> userEmail,
    Optional<String> ipAddress,
    Instant timestamp,
    Optional<String> objectType,
    Optional<String> objectId,
    Optional<String> requestId,
    Map<String, String> details) {
  AuditRecord {
    details = Map.copyOf(details);
  }
}
