package dev.coderev.model.packing;

import java.util.function.IntUnaryOperator;

/**
 * Small integers one after the other in 32-bit words, low bits first; those of 3 bits may straddle
 * two words.
 */
final class BitStream {

  private BitStream() {}

  /** The words of {@code count} values. */
  static int[] pack(IntUnaryOperator values, int count, int bits) {
    var words = new int[Math.ceilDiv(count * bits, 32)];
    for (int i = 0; i < count; i++) {
      int at = i * bits;
      long value = Integer.toUnsignedLong(values.applyAsInt(i)) << (at & 31);
      words[at >> 5] |= (int) value;
      if ((at & 31) + bits > 32) {
        words[(at >> 5) + 1] |= (int) (value >>> 32);
      }
    }
    return words;
  }

  /** The value at {@code index}; {@code words} gives a word by its number. */
  static int value(IntUnaryOperator words, int index, int bits) {
    int at = index * bits;
    int shift = at & 31;
    long pair = Integer.toUnsignedLong(words.applyAsInt(at >> 5));
    if (shift + bits > 32) {
      pair |= Integer.toUnsignedLong(words.applyAsInt((at >> 5) + 1)) << 32;
    }
    return (int) (pair >>> shift) & ((1 << bits) - 1);
  }
}
