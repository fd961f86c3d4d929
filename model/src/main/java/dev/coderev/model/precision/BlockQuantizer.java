package dev.coderev.model.precision;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import dev.coderev.model.tensor.DType;
import dev.coderev.model.tensor.LittleEndian;
import java.lang.foreign.MemorySegment;

/**
 * Quantizes blocks of 32 floats as ggml's reference does, bit for bit when rounding is to nearest.
 *
 * <p>Symmetric types take the scale from the value of largest magnitude, the others from the range
 * of the block; scales are stored as halves, codes are computed with the scale before that.
 */
final class BlockQuantizer {

  static final int BLOCK = 32;

  private final DType dtype;
  private final boolean stochastic;
  private final Rounding.Dice dice;
  private final int[] codes = new int[BLOCK];

  BlockQuantizer(DType dtype, Rounding rounding, String tensor) {
    this.dtype = dtype;
    this.stochastic = rounding.isStochastic();
    this.dice = rounding.dice(tensor);
  }

  static boolean knows(DType dtype) {
    return switch (dtype) {
      case Q4_0, Q4_1, Q5_0, Q5_1, Q8_0 -> true;
      default -> false;
    };
  }

  /** Quantizes the 32 finite floats at {@code from}; {@code index} is that of the first of them. */
  void quantize(float[] x, int from, long index, MemorySegment into, long at) {
    switch (dtype) {
      case Q8_0 -> eight(x, from, index, into, at);
      case Q4_0 -> symmetric(x, from, index, into, at, 8);
      case Q5_0 -> symmetric(x, from, index, into, at, 16);
      case Q4_1 -> ranged(x, from, index, into, at, 15);
      case Q5_1 -> ranged(x, from, index, into, at, 31);
      default -> throw new IllegalArgumentException("no quantizer for " + dtype);
    }
  }

  private void eight(float[] x, int from, long index, MemorySegment into, long at) {
    float largest = 0;
    for (int j = 0; j < BLOCK; j++) {
      largest = Math.max(largest, Math.abs(x[from + j]));
    }
    float d = largest / 127;
    float inverse = d == 0 ? 0 : 1 / d;
    into.set(LittleEndian.SHORT, at, Float.floatToFloat16(d));
    for (int j = 0; j < BLOCK; j++) {
      float scaled = x[from + j] * inverse;
      int code =
          stochastic ? (int) Math.floor(scaled + dice.at(index + j)) : halfAwayFromZero(scaled);
      into.set(JAVA_BYTE, at + 2 + j, (byte) Math.clamp(code, -127, 127));
    }
  }

  private static int halfAwayFromZero(float value) {
    return (int) (value < 0 ? Math.ceil(value - 0.5) : Math.floor(value + 0.5));
  }

  /** d = (value of largest magnitude) / −half; code = x/d + half. */
  private void symmetric(float[] x, int from, long index, MemorySegment into, long at, int half) {
    float extreme = 0;
    for (int j = 0; j < BLOCK; j++) {
      if (Math.abs(x[from + j]) > Math.abs(extreme)) {
        extreme = x[from + j];
      }
    }
    float d = extreme / -half;
    float inverse = d == 0 ? 0 : 1 / d;
    into.set(LittleEndian.SHORT, at, Float.floatToFloat16(d));
    for (int j = 0; j < BLOCK; j++) {
      float shift = half + dice.at(index + j);
      codes[j] = Math.clamp((int) (x[from + j] * inverse + shift), 0, 2 * half - 1);
    }
    pack(into, at + 2, half == 16);
  }

  /** d = (max − min) / steps; code = (x − min)/d. */
  private void ranged(float[] x, int from, long index, MemorySegment into, long at, int steps) {
    float min = Float.POSITIVE_INFINITY;
    float max = Float.NEGATIVE_INFINITY;
    for (int j = 0; j < BLOCK; j++) {
      min = Math.min(min, x[from + j]);
      max = Math.max(max, x[from + j]);
    }
    float d = (max - min) / steps;
    float inverse = d == 0 ? 0 : 1 / d;
    into.set(LittleEndian.SHORT, at, Float.floatToFloat16(d));
    into.set(LittleEndian.SHORT, at + 2, Float.floatToFloat16(min));
    for (int j = 0; j < BLOCK; j++) {
      float scaled = (x[from + j] - min) * inverse;
      codes[j] = Math.clamp((int) (scaled + dice.at(index + j)), 0, steps);
    }
    pack(into, at + 4, steps == 31);
  }

  /** Low nibbles hold the first half of the block; fifth bits stand in a word before them. */
  private void pack(MemorySegment into, long at, boolean five) {
    long nibbles = at;
    if (five) {
      int high = 0;
      for (int j = 0; j < BLOCK; j++) {
        high |= (codes[j] >> 4) << j;
      }
      into.set(LittleEndian.INT, at, high);
      nibbles += 4;
    }
    for (int j = 0; j < BLOCK / 2; j++) {
      int pair = (codes[j] & 15) | (codes[j + BLOCK / 2] & 15) << 4;
      into.set(JAVA_BYTE, nibbles + j, (byte) pair);
    }
  }
}
