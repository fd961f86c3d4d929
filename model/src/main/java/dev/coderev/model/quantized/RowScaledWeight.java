package dev.coderev.model.quantized;

/** Signed bytes with one scale a row, as bitsandbytes keeps 8 bits: w = q · absmax / 127. */
public final class RowScaledWeight implements QuantizedWeight {

  private final int rows;
  private final int columns;
  private final byte[] codes;
  private final float[] absmax;

  /**
   * @param codes [rows, columns]
   * @param absmax of each row
   */
  public RowScaledWeight(int rows, int columns, byte[] codes, float[] absmax) {
    if (codes.length != Math.multiplyExact(rows, columns) || absmax.length != rows) {
      throw new IllegalArgumentException("parts do not fit a weight of " + rows + " x " + columns);
    }
    this.rows = rows;
    this.columns = columns;
    this.codes = codes;
    this.absmax = absmax;
  }

  @Override
  public int rows() {
    return rows;
  }

  @Override
  public int columns() {
    return columns;
  }

  public int code(int row, int column) {
    return codes[row * columns + column];
  }

  public float absmax(int row) {
    return absmax[row];
  }

  @Override
  public void readRow(int row, float[] into, int offset) {
    for (int column = 0; column < columns; column++) {
      into[offset + column] = codes[row * columns + column] * absmax[row] / 127;
    }
  }

  @Override
  public String format() {
    return "int8/row";
  }

  @Override
  public long storedBits() {
    return 8L * rows * columns + 32L * rows;
  }
}
