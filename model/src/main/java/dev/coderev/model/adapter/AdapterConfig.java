package dev.coderev.model.adapter;

import java.util.List;
import java.util.Optional;

/**
 * How an adapter's factors scale and what they belong to.
 *
 * @param rank the usual rank; a module may have another
 * @param alpha the usual numerator of the scale
 * @param rankStabilized whether the scale is α/√r instead of α/r
 * @param base the name or path of the model that it was made for
 * @param baseDigest SHA-256 of the base's configuration and tensors, when it was recorded
 */
public record AdapterConfig(
    int rank,
    double alpha,
    boolean rankStabilized,
    List<String> targetModules,
    String base,
    Optional<String> baseDigest) {

  public AdapterConfig {
    targetModules = List.copyOf(targetModules);
    if (rank < 1) {
      throw new IllegalArgumentException("r must be positive, not " + rank);
    }
    if (!Double.isFinite(alpha)) {
      throw new IllegalArgumentException("lora_alpha must be finite, not " + alpha);
    }
  }

  /** What B·A is multiplied by, for factors of a rank. */
  public double scale(int moduleRank) {
    return alpha / (rankStabilized ? Math.sqrt(moduleRank) : moduleRank);
  }
}
