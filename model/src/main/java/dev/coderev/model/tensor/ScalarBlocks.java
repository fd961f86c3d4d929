package dev.coderev.model.tensor;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;

/** The scalar reference of the GGUF block types: one block in, its floats out. */
final class ScalarBlocks {

  private ScalarBlocks() {}

  static void read(DType dtype, MemorySegment data, long at, float[] into) {
    switch (dtype) {
      case Q4_0 -> fours(data, at, 2, half(data, at), -8 * half(data, at), into);
      case Q4_1 -> fours(data, at, 4, half(data, at), half(data, at + 2), into);
      case Q5_0 -> fives(data, at, 2, half(data, at), -16 * half(data, at), into);
      case Q5_1 -> fives(data, at, 4, half(data, at), half(data, at + 2), into);
      case Q8_0 -> q8(data, at, into);
      case Q4_K -> q4k(data, at, into);
      case Q5_K -> q5k(data, at, into);
      case Q6_K -> q6k(data, at, into);
      default -> throw new IllegalArgumentException(dtype + " is no block type");
    }
  }

  private static float half(MemorySegment data, long at) {
    return Float.float16ToFloat(data.get(LittleEndian.SHORT, at));
  }

  private static int u8(MemorySegment data, long at) {
    return data.get(JAVA_BYTE, at) & 0xff;
  }

  /** w = d·q + m; the low nibbles are the first half of the block. */
  private static void fours(MemorySegment data, long at, int head, float d, float m, float[] into) {
    for (int j = 0; j < 16; j++) {
      int pair = u8(data, at + head + j);
      into[j] = d * (pair & 15) + m;
      into[j + 16] = d * (pair >> 4) + m;
    }
  }

  /** As four bits, the fifth of weight j being bit j of a word before the nibbles. */
  private static void fives(MemorySegment data, long at, int head, float d, float m, float[] into) {
    int high = data.get(LittleEndian.INT, at + head);
    for (int j = 0; j < 16; j++) {
      int pair = u8(data, at + head + 4 + j);
      into[j] = d * ((pair & 15) | ((high >>> j) & 1) << 4) + m;
      into[j + 16] = d * ((pair >> 4) | ((high >>> (j + 16)) & 1) << 4) + m;
    }
  }

  private static void q8(MemorySegment data, long at, float[] into) {
    float d = half(data, at);
    for (int j = 0; j < 32; j++) {
      into[j] = d * data.get(JAVA_BYTE, at + 2 + j);
    }
  }

  /** The 6-bit scale of sub-block {@code j} among the twelve scale bytes at {@code at}. */
  private static int scale(MemorySegment data, long at, int j) {
    return j < 4
        ? u8(data, at + j) & 63
        : (u8(data, at + j + 4) & 15) | (u8(data, at + j - 4) >> 6) << 4;
  }

  /** The 6-bit minimum of sub-block {@code j}. */
  private static int minimum(MemorySegment data, long at, int j) {
    return j < 4
        ? u8(data, at + j + 4) & 63
        : (u8(data, at + j + 4) >> 4) | (u8(data, at + j) >> 6) << 4;
  }

  /** Per 64 weights: low nibbles are the first 32, high nibbles the next; w = d·sc·q − dmin·m. */
  private static void q4k(MemorySegment data, long at, float[] into) {
    float d = half(data, at);
    float dmin = half(data, at + 2);
    for (int j = 0; j < 8; j++) {
      float step = d * scale(data, at + 4, j);
      float low = dmin * minimum(data, at + 4, j);
      for (int l = 0; l < 32; l++) {
        int pair = u8(data, at + 16 + (j / 2) * 32L + l);
        into[j * 32 + l] = step * (j % 2 == 0 ? pair & 15 : pair >> 4) - low;
      }
    }
  }

  private static void q5k(MemorySegment data, long at, float[] into) {
    float d = half(data, at);
    float dmin = half(data, at + 2);
    for (int j = 0; j < 8; j++) {
      float step = d * scale(data, at + 4, j);
      float low = dmin * minimum(data, at + 4, j);
      for (int l = 0; l < 32; l++) {
        int high = (u8(data, at + 16 + l) >> j & 1) << 4;
        int pair = u8(data, at + 48 + (j / 2) * 32L + l);
        into[j * 32 + l] = step * ((j % 2 == 0 ? pair & 15 : pair >> 4) | high) - low;
      }
    }
  }

  private static void q6k(MemorySegment data, long at, float[] into) {
    float d = half(data, at + 208);
    for (int half = 0; half < 2; half++) {
      long ql = at + half * 64L;
      long qh = at + 128 + half * 32L;
      long scales = at + 192 + half * 8L;
      for (int l = 0; l < 32; l++) {
        for (int part = 0; part < 4; part++) {
          int nibbles = u8(data, ql + l + (part % 2) * 32L);
          int four = part < 2 ? nibbles & 15 : nibbles >> 4;
          int two = (u8(data, qh + l) >> (2 * part)) & 3;
          float step = d * data.get(JAVA_BYTE, scales + l / 16 + 2L * part);
          into[half * 128 + part * 32 + l] = step * ((four | two << 4) - 32);
        }
      }
    }
  }
}
