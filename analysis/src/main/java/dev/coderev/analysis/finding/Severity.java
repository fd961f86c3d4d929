package dev.coderev.analysis.finding;

import java.util.Locale;
import java.util.Optional;

/** How much harm a finding can do, the least first. */
public enum Severity {
  INFO,
  LOW,
  MEDIUM,
  HIGH,
  CRITICAL;

  /** The lower-case name used in every output and on the command line. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  public boolean isAtLeast(Severity floor) {
    return compareTo(floor) >= 0;
  }

  /**
   * The severity of this name; Semgrep's older {@code ERROR} and {@code WARNING} are high and
   * medium.
   */
  public static Optional<Severity> byId(String id) {
    return switch (id.toUpperCase(Locale.ROOT)) {
      case "INFO", "INVENTORY", "EXPERIMENT" -> Optional.of(INFO);
      case "LOW" -> Optional.of(LOW);
      case "MEDIUM", "WARNING" -> Optional.of(MEDIUM);
      case "HIGH", "ERROR" -> Optional.of(HIGH);
      case "CRITICAL" -> Optional.of(CRITICAL);
      default -> Optional.empty();
    };
  }
}
