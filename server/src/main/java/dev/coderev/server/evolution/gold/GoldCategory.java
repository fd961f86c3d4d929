package dev.coderev.server.evolution.gold;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a case is about: how many of such cases are aimed at, and what they weigh. */
public enum GoldCategory {
  SECURITY(0.99, 0.35),
  INJECTION(0.95, 0.15),
  LONG_CONTEXT(0.90, 0.15),
  MULTILINGUAL(0.85, 0.15),
  QUALITY(0.80, 0.10),
  PERFORMANCE(0.75, 0.10);

  public static final List<String> IDS = Arrays.stream(values()).map(GoldCategory::id).toList();

  private final double target;
  private final double weight;

  GoldCategory(double target, double weight) {
    this.target = target;
    this.weight = weight;
  }

  double target() {
    return target;
  }

  double weight() {
    return weight;
  }

  /** Whether a miss is a hole rather than an annoyance. */
  boolean isSecurity() {
    return this == SECURITY || this == INJECTION;
  }

  @JsonValue
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<GoldCategory> byId(String id) {
    return Arrays.stream(values()).filter(one -> one.id().equals(id)).findFirst();
  }
}
