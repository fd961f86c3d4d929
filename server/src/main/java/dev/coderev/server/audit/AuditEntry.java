package dev.coderev.server.audit;

import dev.coderev.server.platform.access.Caller;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One act that is to be recorded.
 *
 * @param action what was done, in snake case: {@code user_login}
 * @param details never hold a secret
 */
public record AuditEntry(
    String action,
    Outcome outcome,
    Optional<String> userId,
    Optional<String> userEmail,
    Optional<String> objectType,
    Optional<String> objectId,
    Map<String, String> details) {
  /** How the act ended. */
  public enum Outcome {
    SUCCESS,
    DENIED,
    FAILED
  }

  public AuditEntry {
    details = Map.copyOf(details);
  }

  /** A successful act of a caller. */
  public static AuditEntry of(String action, Caller caller) {
    return of(action, caller.userId(), caller.email());
  }

  public static AuditEntry of(String action, String userId, String email) {
    return new AuditEntry(
        action,
        Outcome.SUCCESS,
        Optional.of(userId),
        Optional.of(email),
        Optional.empty(),
        Optional.empty(),
        Map.of());
  }

  /** An act of somebody unknown, or of the system itself. */
  public static AuditEntry anonymous(String action) {
    return new AuditEntry(
        action,
        Outcome.SUCCESS,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Map.of());
  }

  public AuditEntry on(String type, String id) {
    return new AuditEntry(
        action, outcome, userId, userEmail, Optional.of(type), Optional.of(id), details);
  }

  public AuditEntry failed() {
    return with(Outcome.FAILED);
  }

  public AuditEntry denied() {
    return with(Outcome.DENIED);
  }

  private AuditEntry with(Outcome other) {
    return new AuditEntry(action, other, userId, userEmail, objectType, objectId, details);
  }

  public AuditEntry detail(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(details);
    more.put(name, value);
    return new AuditEntry(action, outcome, userId, userEmail, objectType, objectId, more);
  }
}
