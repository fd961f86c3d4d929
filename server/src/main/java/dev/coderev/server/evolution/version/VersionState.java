package dev.coderev.server.evolution.version;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Where a version is in its life; each state belongs to one of three zones. */
public enum VersionState {
  EXPERIMENT("v1"),
  SHADOW("v1"),
  GRAY_1_PERCENT("v1"),
  GRAY_5_PERCENT("v1"),
  GRAY_25_PERCENT("v1"),
  GRAY_50_PERCENT("v1"),
  STABLE("v2"),
  RETIRED("v3"),
  QUARANTINE("v3"),
  RE_EVALUATION("v3"),
  EXCLUDED("v3");

  private final String zone;

  VersionState(String zone) {
    this.zone = zone;
  }

  /** v1 for experiments, v2 for what serves, v3 for what did or may not. */
  public String zone() {
    return zone;
  }

  /**
   * The states that may follow while another version serves; who serves changes together with an
   * alias, not here.
   */
  public List<VersionState> next() {
    return switch (this) {
      case EXPERIMENT -> List.of(SHADOW, QUARANTINE);
      case SHADOW -> List.of(EXPERIMENT, QUARANTINE);
      case GRAY_1_PERCENT, GRAY_5_PERCENT, GRAY_25_PERCENT, GRAY_50_PERCENT ->
          List.of(SHADOW, QUARANTINE);
      case RETIRED -> List.of(SHADOW, QUARANTINE);
      case QUARANTINE -> List.of(RE_EVALUATION, EXCLUDED);
      case RE_EVALUATION -> List.of(SHADOW, QUARANTINE);
      case STABLE, EXCLUDED -> List.of();
    };
  }

  /** The state with this name. */
  public static Optional<VersionState> byId(String id) {
    return Arrays.stream(values()).filter(state -> state.id().equals(id)).findFirst();
  }

  /** How much of the answers such a version gives by itself, in percent. */
  public int share() {
    return switch (this) {
      case STABLE -> 100;
      case GRAY_1_PERCENT -> 1;
      case GRAY_5_PERCENT -> 5;
      case GRAY_25_PERCENT -> 25;
      case GRAY_50_PERCENT -> 50;
      case EXPERIMENT, SHADOW, RETIRED, QUARANTINE, RE_EVALUATION, EXCLUDED -> 0;
    };
  }

  @JsonValue
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The states of a zone. */
  public static List<String> ofZone(String zone) {
    return Arrays.stream(values())
        .filter(state -> state.zone.equals(zone))
        .map(VersionState::id)
        .toList();
  }
}
