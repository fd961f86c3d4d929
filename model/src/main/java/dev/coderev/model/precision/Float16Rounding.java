package dev.coderev.model.precision;

/** The stochastic neighbours of a float among the halves and the brain floats. */
final class Float16Rounding {

  static final float LARGEST_HALF = 65504f;
  static final float LARGEST_BRAIN = 0x1.fep127f;

  private Float16Rounding() {}

  /** A finite value no larger than the largest half. */
  static short half(float value, float dice) {
    short nearest = Float.floatToFloat16(value);
    float back = Float.float16ToFloat(nearest);
    if (back == value) {
      return nearest;
    }
    short inner = Math.abs(back) > Math.abs(value) ? (short) (nearest - 1) : nearest;
    float low = Math.abs(Float.float16ToFloat(inner));
    float step = Math.abs(Float.float16ToFloat((short) (inner + 1))) - low;
    return dice < (Math.abs(value) - low) / step ? (short) (inner + 1) : inner;
  }

  /** A finite value no larger than the largest brain float. */
  static short brain(float value, float dice) {
    int bits = Float.floatToRawIntBits(value);
    int below = bits & 0xffff;
    int up = dice * 0x1p16f < below ? 1 : 0;
    return (short) ((bits >>> 16) + up);
  }
}
