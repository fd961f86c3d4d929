package dev.coderev.model.quantized;

import java.util.Locale;
import java.util.Optional;

/** One of the two sets of sixteen numbers in [−1, 1] that bitsandbytes gives to 4-bit codes. */
public enum Codebook {
  /** Quantiles of a normal distribution. */
  NF4(
      -1.0f,
      -0.6961928009986877f,
      -0.5250730514526367f,
      -0.39491748809814453f,
      -0.28444138169288635f,
      -0.18477343022823334f,
      -0.09105003625154495f,
      0.0f,
      0.07958029955625534f,
      0.16093020141124725f,
      0.24611230194568634f,
      0.33791524171829224f,
      0.44070982933044434f,
      0.5626170039176941f,
      0.7229568362236023f,
      1.0f),
  /** A sign, two bits of exponent and one of mantissa; code 8 is −0. */
  FP4(
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
      -3f / 12);

  private static final float[] FP4_THRESHOLDS = {
    0.00260417f, 0.0859375f, 0.20833334f, 0.29166666f, 0.41666666f, 0.58333334f, 0.83333334f
  };
  private static final int[] FP4_BY_SIZE = {0, 1, 6, 7, 4, 5, 2, 3};

  private final float[] values;
  private final float[] thresholds;

  Codebook(float... values) {
    this.values = values;
    this.thresholds = new float[values.length - 1];
    for (int i = 0; i < thresholds.length; i++) {
      thresholds[i] = (values[i] + values[i + 1]) / 2;
    }
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
    return values[code];
  }

  /** The sixteen numbers, by code. */
  public float[] table() {
    return values.clone();
  }

  /** The code of a number in [−1, 1]: how many thresholds lie strictly below it. */
  public int code(float scaled) {
    return this == NF4 ? below(thresholds, scaled) : floatingCode(scaled);
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
