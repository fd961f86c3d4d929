package dev.coderev.model.tensor;

/** Brain floating point: the upper half of an IEEE single. */
public final class Bf16 {

  private static final int QUIET = 0x0040;

  private Bf16() {}

  public static float toFloat(short bits) {
    return Float.intBitsToFloat(bits << 16);
  }

  /** The nearest BF16, ties to even; too large becomes infinite, a NaN stays a (quiet) NaN. */
  public static short fromFloat(float value) {
    int bits = Float.floatToRawIntBits(value);
    if (Float.isNaN(value)) {
      return (short) ((bits >>> 16) | QUIET);
    }
    int lowest = (bits >>> 16) & 1;
    return (short) ((bits + 0x7fff + lowest) >>> 16);
  }
}
