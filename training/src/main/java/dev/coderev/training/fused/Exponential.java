package dev.coderev.training.fused;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/**
 * eˣ of vectors, to about 2 units in the last place: 2ⁿ · 2ᶠ with |f| ≤ ½, the second factor by its
 * Taylor series. Below −87 it is 0, above 88 it stays at e⁸⁸.
 */
final class Exponential {

  private static final float LEAST = -87f;
  private static final float MOST = 88f;
  private static final float LOG2_E = 1.442695f;

  /** ln 2 in two parts, the first with few bits, so that n times it is exact. */
  private static final float LN2_HIGH = 0.6933594f;

  private static final float LN2_LOW = -2.1219444e-4f;

  /** 1.5 · 2²³: a sum with it is rounded to a whole number, which its lowest bits hold. */
  private static final float ROUNDER = 12_582_912f;

  private Exponential() {}

  static FloatVector of(FloatVector x) {
    FloatVector within = x.max(LEAST).min(MOST);
    FloatVector rounded = within.mul(LOG2_E).add(ROUNDER);
    FloatVector n = rounded.sub(ROUNDER);
    FloatVector f = n.mul(-LN2_LOW).add(n.mul(-LN2_HIGH).add(within)); // |f| ≤ ln 2 / 2
    FloatVector series =
        f.mul(1f / 5040)
            .add(1f / 720)
            .fma(f, f.broadcast(1f / 120))
            .fma(f, f.broadcast(1f / 24))
            .fma(f, f.broadcast(1f / 6))
            .fma(f, f.broadcast(0.5f))
            .fma(f, f.broadcast(1f))
            .fma(f, f.broadcast(1f));
    FloatVector scaled =
        series
            .reinterpretAsInts()
            .add(rounded.reinterpretAsInts().lanewise(VectorOperators.LSHL, 23))
            .reinterpretAsFloats();
    return scaled.blend(0f, x.lt(LEAST));
  }
}
