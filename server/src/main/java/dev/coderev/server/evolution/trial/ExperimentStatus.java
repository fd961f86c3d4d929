package dev.coderev.server.evolution.trial;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Where a comparison is: draft → running → completed or stopped; a draft may be stopped too. */
enum ExperimentStatus {
  DRAFT,
  RUNNING,
  COMPLETED,
  STOPPED;

  static final List<String> IDS = Arrays.stream(values()).map(ExperimentStatus::id).toList();

  @JsonValue
  String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<ExperimentStatus> byId(String id) {
    return Arrays.stream(values()).filter(status -> status.id().equals(id)).findFirst();
  }

  /** What may come next. */
  List<ExperimentStatus> next() {
    return switch (this) {
      case DRAFT -> List.of(RUNNING, STOPPED);
      case RUNNING -> List.of(COMPLETED, STOPPED);
      case COMPLETED, STOPPED -> List.of();
    };
  }
}
