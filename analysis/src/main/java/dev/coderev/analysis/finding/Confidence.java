package dev.coderev.analysis.finding;

import java.util.Locale;
import java.util.Optional;

/** How sure a rule is that what it matches is a defect, the least first. */
public enum Confidence {
  LOW,
  MEDIUM,
  HIGH;

  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Confidence> byId(String id) {
    return switch (id.toUpperCase(Locale.ROOT)) {
      case "LOW" -> Optional.of(LOW);
      case "MEDIUM" -> Optional.of(MEDIUM);
      case "HIGH" -> Optional.of(HIGH);
      default -> Optional.empty();
    };
  }
}
