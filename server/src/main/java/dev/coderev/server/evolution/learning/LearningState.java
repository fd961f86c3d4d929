package dev.coderev.server.evolution.learning;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How the learning loop is. */
enum LearningState {
  STOPPED,
  STARTING,
  RUNNING,
  BACKING_OFF,
  RECOVERING,
  PAUSED,
  STOPPING,
  EMERGENCY_STOPPED,
  FAILED;

  /** What an administrator may do to it. */
  enum Order {
    PAUSE,
    RESUME,
    EMERGENCY_STOP,
    RESET;

    LearningState leadsTo() {
      return switch (this) {
        case PAUSE -> PAUSED;
        case RESUME -> RUNNING;
        case EMERGENCY_STOP -> EMERGENCY_STOPPED;
        case RESET -> STOPPED;
      };
    }

    boolean isPossibleFrom(LearningState state) {
      return switch (this) {
        case PAUSE -> state == RUNNING || state == BACKING_OFF;
        case RESUME -> state == PAUSED;
        case EMERGENCY_STOP -> state != EMERGENCY_STOPPED;
        case RESET -> state == EMERGENCY_STOPPED;
      };
    }

    String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @JsonValue
  String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<LearningState> byId(String id) {
    return Arrays.stream(values()).filter(state -> state.id().equals(id)).findFirst();
  }
}
