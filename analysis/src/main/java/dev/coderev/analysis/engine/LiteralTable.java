package dev.coderev.analysis.engine;

import java.util.Arrays;

/**
 * A table of literals by the hash of something in them, with a table of bits before it that fits
 * into the nearest cache. Filled first, then only read.
 */
final class LiteralTable {
  private static final int BITS = 15;
  private static final int WORD_BITS = 6;

  /** Knuth's multiplier: the golden ratio of 32 bits. */
  private static final int SPREAD = 0x9e3779b9;

  private static final int FREE = -1;

  private final long[] present = new long[1 << (BITS - WORD_BITS)];

  /** The bits that several rows have in common. */
  private final long[] shared = new long[1 << (BITS - WORD_BITS)];

  /** By place: the row that is kept there. Open addressing; a power of two, at most half full. */
  private int[] rowAt = free(64);

  private int shift = shift(rowAt);
  private int[] keys = new int[16];
  private int[][] literals = new int[16][];
  private int rows;

  private static int[] free(int places) {
    int[] all = new int[places];
    Arrays.fill(all, FREE);
    return all;
  }

  /** What leaves of a hash as many bits as places have. */
  private static int shift(int[] places) {
    return Integer.numberOfLeadingZeros(places.length - 1);
  }

  void add(int key, int literal) {
    int row = row(key);
    if (row == FREE) {
      row = newRow(key);
    }
    int[] before = literals[row];
    int[] more = Arrays.copyOf(before, before.length + 1);
    more[before.length] = literal;
    literals[row] = more;
  }

  private int newRow(int key) {
    if (rows == keys.length) {
      keys = Arrays.copyOf(keys, 2 * rows);
      literals = Arrays.copyOf(literals, 2 * rows);
    }
    if (2 * (rows + 1) > rowAt.length) {
      rowAt = free(2 * rowAt.length);
      shift = shift(rowAt);
      for (int row = 0; row < rows; row++) {
        rowAt[placeOf(keys[row])] = row;
      }
    }
    keys[rows] = key;
    literals[rows] = new int[0];
    rowAt[placeOf(key)] = rows;
    int bit = bit(key);
    if (has(present, bit)) {
      set(shared, bit);
    }
    set(present, bit);
    return rows++;
  }

  private static int bit(int key) {
    return (key * SPREAD) >>> (Integer.SIZE - BITS);
  }

  private static boolean has(long[] bits, int bit) {
    return (bits[bit >> WORD_BITS] & (1L << bit)) != 0;
  }

  private static void set(long[] bits, int bit) {
    bits[bit >> WORD_BITS] |= 1L << bit;
  }

  /** The table of bits, for one search to change as it likes. */
  long[] bits() {
    return present.clone();
  }

  /** False where no literal of the table with these bits has this key; asked at each character. */
  static boolean mayHold(long[] bits, int key) {
    return has(bits, bit(key));
  }

  /** Takes a row out of such bits, if that hides no other. */
  void hide(int row, long[] bits) {
    int bit = bit(keys[row]);
    if (!has(shared, bit)) {
      bits[bit >> WORD_BITS] &= ~(1L << bit);
    }
  }

  /** The row of this key, or a negative number. */
  int row(int key) {
    return rowAt[placeOf(key)];
  }

  /** Where the row of this key is kept or would be. */
  private int placeOf(int key) {
    int place = (key * SPREAD) >>> shift;
    while (rowAt[place] != FREE && keys[rowAt[place]] != key) {
      place = (place + 1) & (rowAt.length - 1);
    }
    return place;
  }

  /** The literals of a row. */
  int[] literals(int row) {
    return literals[row];
  }
}
