package dev.coderev.model.quantizer;

import dev.coderev.model.ModelException;

/**
 * The integers that a group of weights may become: their number, who shares them, and how a group's
 * scale and zero point are found.
 *
 * <p>Symmetric: s = 2·max|w| / (2^b − 1), z = 2^(b−1). Asymmetric: min ≤ 0 ≤ max, s = (max − min) /
 * (2^b − 1), z = round(−min / s). Scales are halves; codes are computed with the rounded scale.
 *
 * @param bits 2, 3, 4 or 8
 * @param groupSize columns that share a scale; −1 for the whole row
 * @param searched whether the range is shrunk where that lowers Σ|w − ŵ|^2.4
 */
public record Grid(int bits, int groupSize, boolean symmetric, boolean searched) {

  private static final int SHRINKS = 80;
  private static final double NORM = 2.4;
  private static final float SMALLEST_SCALE = 0x1p-24f;

  public Grid {
    if (bits != 2 && bits != 3 && bits != 4 && bits != 8) {
      throw new ModelException("weights are quantized to 2, 3, 4 or 8 bits, not " + bits);
    }
    if (groupSize != -1 && (groupSize < 32 || groupSize % 32 != 0)) {
      throw new ModelException(
          "a group has a multiple of 32 columns, or -1 for whole rows, not " + groupSize);
    }
  }

  /** A group's scale and zero point: w = scale · (code − zero). */
  record Step(float scale, int zero, int most) {

    int code(double weight) {
      return Math.clamp((long) Math.rint(weight / scale) + zero, 0, most);
    }

    double value(int code) {
      return (double) scale * (code - zero);
    }
  }

  int most() {
    return (1 << bits) - 1;
  }

  /** The size of groups in rows of so many columns, which they must fill. */
  int groupIn(DenseWeight weight) {
    int columns = weight.columns();
    int size = groupSize == -1 ? columns : groupSize;
    if (columns % size != 0) {
      throw new ModelException(
          weight.name()
              + ": groups of "
              + size
              + " do not fill rows of "
              + columns
              + "; choose a size that divides it, or -1 for whole rows");
    }
    return size;
  }

  /** The step of the {@code count} weights from {@code from} on. */
  Step fit(double[] weights, int from, int count) {
    double min = 0;
    double max = 0;
    for (int i = from; i < from + count; i++) {
      min = Math.min(min, weights[i]);
      max = Math.max(max, weights[i]);
    }
    Step whole = step(min, max, 1);
    if (!searched || min == max) {
      return whole;
    }
    Step best = whole;
    double least = loss(whole, weights, from, count);
    for (int i = 1; i < SHRINKS; i++) {
      Step shrunk = step(min, max, 1 - i / 100.0);
      double loss = loss(shrunk, weights, from, count);
      if (loss < least) {
        least = loss;
        best = shrunk;
      }
    }
    return best;
  }

  private static double loss(Step step, double[] weights, int from, int count) {
    double sum = 0;
    for (int i = from; i < from + count; i++) {
      double error = Math.abs(weights[i] - step.value(step.code(weights[i])));
      sum += Math.pow(error, NORM);
    }
    return sum;
  }

  /** The step of a range, shrunk by a factor; a range without width becomes ±1. */
  Step step(double min, double max, double shrink) {
    double low = Math.min(0, min * shrink);
    double high = Math.max(0, max * shrink);
    if (low == high) {
      low = -1;
      high = 1;
    }
    if (symmetric) {
      double most = Math.max(-low, high);
      return new Step(half(2 * most / most()), 1 << (bits - 1), most());
    }
    float scale = half((high - low) / most());
    return new Step(scale, Math.clamp((long) Math.rint(-low / scale), 0, most()), most());
  }

  static float half(double scale) {
    float rounded = Float.float16ToFloat(Float.floatToFloat16((float) scale));
    if (Float.isInfinite(rounded)) {
      throw new ModelException("a scale of " + scale + " is too large for a half");
    }
    return Math.max(rounded, SMALLEST_SCALE);
  }
}
