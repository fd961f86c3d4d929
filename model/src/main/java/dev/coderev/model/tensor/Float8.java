package dev.coderev.model.tensor;

/** The two 8-bit floating-point types of the Open Compute specification (OFP8). */
final class Float8 {

  private static final float[] E4M3 = new float[256];
  private static final float[] E5M2 = new float[256];

  static {
    for (int i = 0; i < 256; i++) {
      E4M3[i] = e4m3(i);
      E5M2[i] = Float.float16ToFloat((short) (i << 8));
    }
  }

  private Float8() {}

  /** Four exponent bits (bias 7), three of mantissa; no infinities, all ones is NaN. */
  static float e4m3ToFloat(byte bits) {
    return E4M3[bits & 0xff];
  }

  /** Five exponent bits, two of mantissa: the upper half of an IEEE half. */
  static float e5m2ToFloat(byte bits) {
    return E5M2[bits & 0xff];
  }

  private static float e4m3(int bits) {
    int exponent = (bits >> 3) & 15;
    int mantissa = bits & 7;
    float magnitude;
    if (exponent == 15 && mantissa == 7) {
      magnitude = Float.NaN;
    } else if (exponent == 0) {
      magnitude = Math.scalb((float) mantissa, -9);
    } else {
      magnitude = Math.scalb((float) (8 + mantissa), exponent - 10);
    }
    return (bits & 0x80) == 0 ? magnitude : -magnitude;
  }
}
