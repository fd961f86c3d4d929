package dev.coderev.model.quantized;

import java.util.Arrays;

/**
 * Unsigned integers in groups of columns that share a scale and a zero point: w = s · (q − z).
 *
 * <p>Scales are halves held as floats. The group of a column is its index divided by the group's
 * size unless columns were ordered by activation, when each column names its group.
 */
public final class GroupedWeight implements QuantizedWeight {

  private final int rows;
  private final int columns;
  private final int bits;
  private final int groupSize;
  private final byte[] codes;
  private final float[] scales;
  private final byte[] zeros;
  private final int[] groupOf;

  /**
   * @param bits 2, 3, 4 or 8
   * @param groupSize columns that share a scale
   * @param codes [rows, columns], unsigned
   * @param scales [rows, groups]
   * @param zeros [rows, groups], unsigned
   * @param groupOf the group of each column
   */
  public GroupedWeight(
      int rows,
      int columns,
      int bits,
      int groupSize,
      byte[] codes,
      float[] scales,
      byte[] zeros,
      int[] groupOf) {
    int groups = Math.ceilDiv(columns, groupSize);
    if (codes.length != Math.multiplyExact(rows, columns)
        || scales.length != Math.multiplyExact(rows, groups)
        || zeros.length != scales.length
        || groupOf.length != columns) {
      throw new IllegalArgumentException(
          "parts do not fit a weight of " + rows + " x " + columns + " in groups of " + groupSize);
    }
    for (int group : groupOf) {
      if (group < 0 || group >= groups) {
        throw new IllegalArgumentException("group " + group + " of " + groups);
      }
    }
    this.rows = rows;
    this.columns = columns;
    this.bits = bits;
    this.groupSize = groupSize;
    this.codes = codes;
    this.scales = scales;
    this.zeros = zeros;
    this.groupOf = groupOf;
  }

  /** The groups of columns in their own order. */
  public static int[] inOrder(int columns, int groupSize) {
    var groups = new int[columns];
    Arrays.setAll(groups, column -> column / groupSize);
    return groups;
  }

  @Override
  public int rows() {
    return rows;
  }

  @Override
  public int columns() {
    return columns;
  }

  public int bits() {
    return bits;
  }

  public int groupSize() {
    return groupSize;
  }

  public int groups() {
    return Math.ceilDiv(columns, groupSize);
  }

  public int code(int row, int column) {
    return codes[row * columns + column] & 0xff;
  }

  public float scale(int row, int group) {
    return scales[row * groups() + group];
  }

  public int zero(int row, int group) {
    return zeros[row * groups() + group] & 0xff;
  }

  public int groupOf(int column) {
    return groupOf[column];
  }

  /** Whether columns lie in the order of their groups. */
  public boolean isInOrder() {
    for (int column = 0; column < columns; column++) {
      if (groupOf[column] != column / groupSize) {
        return false;
      }
    }
    return true;
  }

  /** Whether every zero point is the middle of the codes. */
  public boolean isSymmetric() {
    byte middle = (byte) (1 << (bits - 1));
    for (byte zero : zeros) {
      if (zero != middle) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void readRow(int row, float[] into, int offset) {
    int groups = groups();
    for (int column = 0; column < columns; column++) {
      int at = row * groups + groupOf[column];
      int steps = (codes[row * columns + column] & 0xff) - (zeros[at] & 0xff);
      into[offset + column] = scales[at] * steps;
    }
  }

  @Override
  public String format() {
    return bits
        + "-bit/"
        + groupSize
        + (isSymmetric() ? "" : "+")
        + (isInOrder() ? "" : " by activation");
  }

  @Override
  public long storedBits() {
    long order = isInOrder() ? 0 : 32L * columns;
    long zeroBits = isSymmetric() ? 0 : bits;
    return (long) rows * columns * bits + scales.length * (16 + zeroBits) + order;
  }
}
