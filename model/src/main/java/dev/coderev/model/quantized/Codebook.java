package dev.coderev.model.quantized;

import java.util.Locale;
import java.util.Optional;

/** One of the two sets of sixteen numbers in [−1, 1] that bitsandbytes gives to 4-bit codes. */
public enum Codebook {
  /** Quantiles of a normal distribution. */
  NF4,
  /** A sign, two bits of exponent and one of mantissa; code 8 is −0. */
  FP4;

  private static final float[] NF4_VALUES = {
    -1f,
    -0.6961928f,
    -0.52507305f,
    -0.3949175f,
    -0.28444138f,
    -0.18477343f,
    -0.091050036f,
    0f,
    0.0795803f,
    0.1609302f,
    0.2461123f,
    0.33791524f,
    0.44070983f,
    0.562617f,
    0.72295684f,
    1f
  };

  private static final float[] FP4_VALUES = {
    0f,
    0.0625f / 12,
    8f / 12,
    1f,
    4f / 12,
    6f / 12,
    2f / 12,
    3f / 12,
    -0f,
    -0.0625f / 12,
    -8f / 12,
    -1f,
    -4f / 12,
    -6f / 12,
    -2f / 12,
    -3f / 12
  };

  private static final float[] NF4_THRESHOLDS = midpoints(NF4_VALUES);
  private static final float[] FP4_THRESHOLDS = {
    0.00260417f, 0.0859375f, 0.20833334f, 0.29166666f, 0.41666666f, 0.5833333f, 0.8333333f
  };
  private static final int[] FP4_BY_SIZE = {0, 1, 6, 7, 4, 5, 2, 3};

  private static float[] midpoints(float[] values) {
    var thresholds = new float[values.length - 1];
    for (int i = 0; i < thresholds.length; i++) {
      thresholds[i] = (values[i] + values[i + 1]) / 2;
    }
    return thresholds;
  }

  /** The word in configurations: nf4 or fp4. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Codebook> ofWord(String word) {
    for (Codebook book : values()) {
      if (book.word().equals(word)) {
        return Optional.of(book);
      }
    }
    return Optional.empty();
  }

  public float value(int code) {
    return numbers()[code];
  }

  /** The sixteen numbers, by code. */
  public float[] table() {
    return numbers().clone();
  }

  private float[] numbers() {
    return this == NF4 ? NF4_VALUES : FP4_VALUES;
  }

  /** The code of a number in [−1, 1]: how many thresholds lie strictly below it. */
  public int code(float scaled) {
    return this == NF4 ? below(NF4_THRESHOLDS, scaled) : floatingCode(scaled);
  }

  private static int floatingCode(float scaled) {
    int code = FP4_BY_SIZE[below(FP4_THRESHOLDS, Math.abs(scaled))];
    return scaled < 0 ? code | 8 : code;
  }

  private static int below(float[] thresholds, float scaled) {
    int count = 0;
    for (float threshold : thresholds) {
      if (threshold < scaled) {
        count++;
      }
    }
    return count;
  }
}
