package dev.coderev.server.platform.access;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What an API key may be used for. */
public enum Scope {
  PROJECT_READ,
  PROJECT_WRITE,
  ANALYSIS_READ,
  ANALYSIS_RUN,
  VULNERABILITY_READ,
  VULNERABILITY_WRITE,
  FIX_READ,
  FIX_WRITE,
  REPORT_READ,
  REPORT_WRITE,
  MODEL_USE,
  METRICS_READ,
  ADMIN,
  /** Passwords, sessions, keys: no key ever has it. */
  PERSONAL;

  public static final List<String> IDS =
      Arrays.stream(values()).filter(scope -> scope != PERSONAL).map(Scope::id).toList();

  @JsonValue
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', ':');
  }

  public static Optional<Scope> byId(String id) {
    return Arrays.stream(values())
        .filter(scope -> scope != PERSONAL && scope.id().equals(id))
        .findFirst();
  }
}
