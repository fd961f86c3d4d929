package dev.coderev.server.evolution.event;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What may happen to a version. */
public enum EventType {
  EXPERIMENT_REGISTERED,
  SHADOW_STARTED,
  EVALUATION_COMPLETED,
  GOLD_SET_PASSED,
  GOLD_SET_FAILED,
  PROMOTION_COMPLETED,
  PROMOTION_FAILED,
  PROMOTION_INCONCLUSIVE,
  DEMOTION_TRIGGERED,
  QUARANTINE_ENTERED,
  RECOVERY_STARTED,
  RECOVERY_ATTEMPTED,
  RECOVERY_SUCCEEDED,
  RECOVERY_FAILED,
  RECOVERY_ABANDONED,
  V3_TEMPORARY_EXCLUSION,
  V3_PERMANENT_EXCLUSION,
  EVOLUTION_CYCLE_STARTED,
  EVOLUTION_CYCLE_COMPLETED,
  EVOLUTION_CYCLE_STOPPED;

  public static final List<String> IDS = Arrays.stream(values()).map(EventType::id).toList();

  @JsonValue
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
