package dev.coderev.model.convert;

import java.time.Duration;

/** Is told how a quantization goes. */
@FunctionalInterface
public interface QuantizationListener {

  /** A weight is done. */
  void quantized(Quantization.Quantized weight);

  /**
   * A layer is done and kept.
   *
   * @param left how long the others take if they take as long
   */
  default void layer(int done, int layers, Duration left) {}
}
