package dev.coderev.server.evolution.recovery;

import dev.coderev.server.evolution.gold.GoldCategory;
import dev.coderev.server.evolution.gold.GoldResult;
import java.util.Optional;

/**
 * What a withdrawn version must show. Versions do not change, so that a success says that the cause
 * lay outside.
 */
final class RecoveryGate {
  private static final double ACCURACY = 0.90;
  private static final double SECURITY_SETS = 0.95;
  private static final double SECURITY_PASS = 0.99;
  private static final double FALSE_POSITIVES = 0.02;
  private static final double QUALITY = 0.85;
  private static final double BETTER = 0.05;

  private RecoveryGate() {}

  /**
   * Successful, failed or inconclusive.
   *
   * @param before the accuracy that it had when it was withdrawn
   */
  static String outcome(GoldResult result, Optional<Double> before) {
    if (!result.missing().isEmpty()) {
      return "inconclusive";
    }
    double accuracy = result.accuracy().orElse(0.0);
    boolean better =
        before.filter(was -> was < ACCURACY).map(was -> accuracy >= was + BETTER).orElse(true);
    boolean good =
        accuracy >= ACCURACY
            && atLeast(result.scoreOf(GoldCategory.SECURITY), SECURITY_SETS)
            && atLeast(result.scoreOf(GoldCategory.INJECTION), SECURITY_SETS)
            && atLeast(result.securityPass(), SECURITY_PASS)
            && atLeast(result.scoreOf(GoldCategory.QUALITY), QUALITY)
            && result.falsePositiveRate().orElse(1.0) <= FALSE_POSITIVES;
    return good && better ? "successful" : "failed";
  }

  private static boolean atLeast(Optional<Double> value, double limit) {
    return value.orElse(0.0) >= limit;
  }
}
