package dev.coderev.server.platform.objective;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How grave an alert is, the least first. */
public enum AlertSeverity {
  INFO,
  WARNING,
  CRITICAL,
  PAGE;

  @JsonValue
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  boolean isWorseThan(AlertSeverity other) {
    return compareTo(other) > 0;
  }
}
