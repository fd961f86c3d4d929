package dev.coderev.model.precision;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import dev.coderev.model.tensor.DType;
import dev.coderev.model.tensor.LittleEndian;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/**
 * Quantizes blocks of 256 floats into GGUF's K types: sub-blocks have 6-bit (Q6_K: 8-bit) scales in
 * units of the block's.
 *
 * <pre>
 * Q4_K, Q5_K   8 × 32   w = d·sc·q − dmin·m     each (sc, m) fitted by weighted least squares
 * Q6_K        16 × 16   w = d·sc·(q − 32)       each sc fitted, weights x²
 * </pre>
 */
final class SuperBlockQuantizer {

  static final int BLOCK = 256;
  private static final int SUB = 32;
  private static final int SUBS = BLOCK / SUB;
  private static final int SMALL = 16;
  private static final int SIX_BITS = 63;

  private final DType dtype;
  private final int[] codes = new int[BLOCK];

  SuperBlockQuantizer(DType dtype) {
    this.dtype = dtype;
  }

  static boolean knows(DType dtype) {
    return switch (dtype) {
      case Q4_K, Q5_K, Q6_K -> true;
      default -> false;
    };
  }

  /** Quantizes the 256 finite floats at {@code from}. */
  void quantize(float[] x, int from, MemorySegment into, long at) {
    switch (dtype) {
      case Q4_K -> ranged(x, from, into, at, 15);
      case Q5_K -> ranged(x, from, into, at, 31);
      default -> six(x, from, into, at);
    }
  }

  private void ranged(float[] x, int from, MemorySegment into, long at, int most) {
    var fits = new RangeFit[SUBS];
    float scale = 0;
    float depth = 0;
    for (int j = 0; j < SUBS; j++) {
      fits[j] = RangeFit.of(x, from + j * SUB, SUB, most);
      fits[j].copyCodes(codes, j * SUB);
      scale = Math.max(scale, fits[j].scale());
      depth = Math.max(depth, fits[j].depth());
    }
    short d = Float.floatToFloat16(scale / SIX_BITS);
    short dmin = Float.floatToFloat16(depth / SIX_BITS);
    var scales = new int[SUBS];
    var depths = new int[SUBS];
    for (int j = 0; j < SUBS; j++) {
      scales[j] = units(fits[j].scale(), scale);
      depths[j] = units(fits[j].depth(), depth);
      float step = Float.float16ToFloat(d) * scales[j];
      float low = Float.float16ToFloat(dmin) * depths[j];
      for (int i = j * SUB; step != 0 && i < (j + 1) * SUB; i++) {
        codes[i] = Math.clamp((int) Math.rint((x[from + i] + low) / step), 0, most);
      }
    }
    into.set(LittleEndian.SHORT, at, d);
    into.set(LittleEndian.SHORT, at + 2, dmin);
    packScales(scales, depths, into, at + 4);
    long nibbles = at + 16;
    if (most == 31) {
      packFifthBits(into, nibbles);
      nibbles += SUB;
    }
    for (int i = 0; i < BLOCK / 2; i++) {
      int low = codes[i / SUB * 2 * SUB + i % SUB];
      int high = codes[i / SUB * 2 * SUB + SUB + i % SUB];
      into.set(JAVA_BYTE, nibbles + i, (byte) ((low & 15) | (high & 15) << 4));
    }
  }

  private static int units(float value, float largest) {
    return largest == 0 ? 0 : Math.min(SIX_BITS, (int) Math.rint(SIX_BITS * value / largest));
  }

  /** Eight scales and eight depths of 6 bits in twelve bytes. */
  static void packScales(int[] scales, int[] depths, MemorySegment into, long at) {
    for (int j = 0; j < SUBS / 2; j++) {
      int k = j + SUBS / 2;
      into.set(JAVA_BYTE, at + j, (byte) (scales[j] | scales[k] >> 4 << 6));
      into.set(JAVA_BYTE, at + k, (byte) (depths[j] | depths[k] >> 4 << 6));
      into.set(JAVA_BYTE, at + k + 4L, (byte) ((scales[k] & 15) | (depths[k] & 15) << 4));
    }
  }

  private void packFifthBits(MemorySegment into, long at) {
    for (int l = 0; l < SUB; l++) {
      int bits = 0;
      for (int j = 0; j < SUBS; j++) {
        bits |= (codes[j * SUB + l] >> 4) << j;
      }
      into.set(JAVA_BYTE, at + l, (byte) bits);
    }
  }

  private void six(float[] x, int from, MemorySegment into, long at) {
    var scales = new float[SMALL];
    float extreme = 0;
    for (int j = 0; j < SMALL; j++) {
      scales[j] = symmetric(x, from + j * SMALL, j * SMALL);
      extreme = Math.abs(scales[j]) > Math.abs(extreme) ? scales[j] : extreme;
    }
    float inverse = extreme == 0 ? 0 : -128 / extreme;
    short d = Float.floatToFloat16(extreme == 0 ? 0 : 1 / inverse);
    into.set(LittleEndian.SHORT, at + 208, d);
    for (int j = 0; j < SMALL; j++) {
      int units = Math.clamp((int) Math.rint(inverse * scales[j]), -128, 127);
      into.set(JAVA_BYTE, at + 192 + j, (byte) units);
      float step = Float.float16ToFloat(d) * units;
      for (int i = j * SMALL; step != 0 && i < (j + 1) * SMALL; i++) {
        codes[i] = Math.clamp((int) Math.rint(x[from + i] / step), -32, 31) + 32;
      }
    }
    packSix(into, at);
  }

  /** The best scale of sixteen signed codes around 32, which are left in {@link #codes}. */
  private float symmetric(float[] x, int from, int to) {
    float extreme = 0;
    for (int i = 0; i < SMALL; i++) {
      extreme = Math.abs(x[from + i]) > Math.abs(extreme) ? x[from + i] : extreme;
    }
    Arrays.fill(codes, to, to + SMALL, 32);
    if (extreme == 0) {
      return 0;
    }
    float best = 0;
    float scale = 0;
    for (int k = -9; k <= 9; k++) {
      float inverse = -(32 + 0.1f * k) / extreme;
      float products = 0;
      float squares = 0;
      for (int i = 0; i < SMALL; i++) {
        float value = x[from + i];
        int code = Math.clamp((int) Math.rint(inverse * value), -32, 31);
        products += value * value * value * code;
        squares += value * value * code * code;
      }
      if (squares > 0 && products * products > best * squares) {
        scale = products / squares;
        best = scale * products;
        for (int i = 0; i < SMALL; i++) {
          codes[to + i] = Math.clamp((int) Math.rint(inverse * x[from + i]), -32, 31) + 32;
        }
      }
    }
    return scale;
  }

  /** Per 128: low nibbles of four runs of 32 in 64 bytes, their high pairs of bits in 32. */
  private void packSix(MemorySegment into, long at) {
    for (int half = 0; half < 2; half++) {
      for (int l = 0; l < SUB; l++) {
        int start = half * 128 + l;
        int[] q = {
          codes[start], codes[start + SUB], codes[start + 2 * SUB], codes[start + 3 * SUB]
        };
        long low = at + half * 64L + l;
        into.set(JAVA_BYTE, low, (byte) ((q[0] & 15) | (q[2] & 15) << 4));
        into.set(JAVA_BYTE, low + SUB, (byte) ((q[1] & 15) | (q[3] & 15) << 4));
        int high = q[0] >> 4 | q[1] >> 4 << 2 | q[2] >> 4 << 4 | q[3] >> 4 << 6;
        into.set(JAVA_BYTE, at + 128 + half * 32L + l, (byte) high);
      }
    }
  }
}
