package dev.coderev.server.fix;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a repair is in its life.
 *
 * <pre>
 * pending  → approved, rejected
 * approved → applied, failed
 * applied  → verified, failed, rolled_back
 * verified → rolled_back
 * </pre>
 */
public enum FixStatus {
  PENDING,
  APPROVED,
  REJECTED,
  APPLIED,
  VERIFIED,
  FAILED,
  ROLLED_BACK;

  public static final List<String> IDS = Arrays.stream(values()).map(FixStatus::id).toList();

  @JsonValue
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<FixStatus> byId(String id) {
    return Arrays.stream(values()).filter(status -> status.id().equals(id)).findFirst();
  }

  /** What may come next. */
  public List<FixStatus> next() {
    return switch (this) {
      case PENDING -> List.of(APPROVED, REJECTED);
      case APPROVED -> List.of(APPLIED, FAILED);
      case APPLIED -> List.of(VERIFIED, FAILED, ROLLED_BACK);
      case VERIFIED -> List.of(ROLLED_BACK);
      case REJECTED, FAILED, ROLLED_BACK -> List.of();
    };
  }
}
