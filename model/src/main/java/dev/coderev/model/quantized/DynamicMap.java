package dev.coderev.model.quantized;

import java.util.Arrays;

/**
 * The 256 numbers of bitsandbytes' signed dynamic data type: seven decades with ever more fraction
 * bits, both signs, 0 and 1.
 */
public final class DynamicMap {

  private static final int DECADES = 7;
  private static final float[] VALUES = values();

  private DynamicMap() {}

  /**
   * For decade i of 0..6: the 2^i midpoints of 2^i + 1 points between 0.1 and 1, times 10^(i−6).
   */
  private static float[] values() {
    var values = new float[256];
    int count = 0;
    for (int i = 0; i < DECADES; i++) {
      int steps = 1 << i;
      float power = (float) Math.pow(10, i - (DECADES - 1));
      for (int k = 0; k < steps; k++) {
        float middle = (point(k, steps) + point(k + 1, steps)) / 2;
        values[count++] = power * middle;
        values[count++] = -power * middle;
      }
    }
    values[count++] = 0;
    values[count] = 1;
    Arrays.sort(values);
    return values;
  }

  /** Point k of equally spaced ones, counted from the nearer end as the library does. */
  private static float point(int k, int steps) {
    float step = (1.0f - 0.1f) / steps;
    return k < (steps + 1) / 2 ? 0.1f + step * k : 1.0f - step * (steps - k);
  }

  public static float value(int code) {
    return VALUES[code];
  }

  /** All numbers in rising order. */
  public static float[] table() {
    return VALUES.clone();
  }

  /** The code of the nearest number; a tie takes the lower. */
  public static int code(float scaled) {
    int low = 0;
    int high = VALUES.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      float threshold = (VALUES[middle] + VALUES[middle + 1]) / 2;
      if (threshold < scaled) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
