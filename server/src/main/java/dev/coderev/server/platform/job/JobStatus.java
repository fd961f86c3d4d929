package dev.coderev.server.platform.job;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How far a job is. */
public enum JobStatus {
  QUEUED,
  RUNNING,
  COMPLETED,
  PARTIAL,
  FAILED,
  CANCELLED,
  TIMEOUT;

  @JsonValue
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static JobStatus byId(String id) {
    return valueOf(id.toUpperCase(Locale.ROOT));
  }

  public boolean isFinished() {
    return this != QUEUED && this != RUNNING;
  }
}
