package dev.coderev.server.platform.objective;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where an alert is in its life. */
public enum AlertState {
  FIRING,
  ACKNOWLEDGED,
  RESOLVED;

  @JsonValue
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
