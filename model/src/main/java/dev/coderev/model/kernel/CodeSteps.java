package dev.coderev.model.kernel;

import dev.coderev.model.quantized.Codebook;

/**
 * A codebook as bytes: sixteen steps of at most ±64 that stand for its numbers times a unit. The
 * unit from 48 to 64 is taken that loses least; what is lost is some 1e-4 of the mean square of
 * weights, one part in fifty of what four bits lost before.
 */
final class CodeSteps {

  /** The largest step; with activations of at most 63, eight products fit 16 bits. */
  static final int MOST = 64;

  private static final int LEAST_UNIT = 48;
  private static final CodeSteps NF4 = new CodeSteps(Codebook.NF4);
  private static final CodeSteps FP4 = new CodeSteps(Codebook.FP4);

  private final byte[] steps = new byte[16];
  private final int unit;

  private CodeSteps(Codebook book) {
    int best = MOST;
    for (int tried = MOST - 1; tried >= LEAST_UNIT; tried--) {
      if (loss(book, tried) < loss(book, best)) {
        best = tried;
      }
    }
    unit = best;
    for (int code = 0; code < steps.length; code++) {
      steps[code] = (byte) Math.round(book.value(code) * unit);
    }
  }

  static CodeSteps of(Codebook book) {
    return switch (book) {
      case NF4 -> NF4;
      case FP4 -> FP4;
    };
  }

  private static double loss(Codebook book, int unit) {
    double loss = 0;
    for (float value : book.table()) {
      double error = Math.round(value * unit) / (double) unit - value;
      loss += error * error;
    }
    return loss;
  }

  int step(int code) {
    return steps[code];
  }

  /** What a number was multiplied by before it was rounded to a step. */
  int unit() {
    return unit;
  }

  /** The steps of all codes plus {@link #MOST}, over and over. */
  byte[] biased(int length) {
    var table = new byte[length];
    for (int i = 0; i < length; i++) {
      table[i] = (byte) (steps[i % steps.length] + MOST);
    }
    return table;
  }
}
