package dev.coderev.model.quantized;

/**
 * Codes of a {@link Codebook} in blocks over the flat weight, each with its largest magnitude: w =
 * book[code] · absmax.
 */
public final class CodebookWeight implements QuantizedWeight {

  private final int rows;
  private final int columns;
  private final Codebook book;
  private final int blockSize;
  private final byte[] packed;
  private final BlockScales scales;

  /**
   * @param blockSize a power of two from 32 to 4096; blocks may cross rows
   * @param packed two codes a byte, the first in the high nibble
   */
  public CodebookWeight(
      int rows, int columns, Codebook book, int blockSize, byte[] packed, BlockScales scales) {
    int count = Math.multiplyExact(rows, columns);
    if (packed.length != (count + 1) / 2 || scales.count() != Math.ceilDiv(count, blockSize)) {
      throw new IllegalArgumentException(
          "parts do not fit a weight of " + rows + " x " + columns + " in blocks of " + blockSize);
    }
    this.rows = rows;
    this.columns = columns;
    this.book = book;
    this.blockSize = blockSize;
    this.packed = packed;
    this.scales = scales;
  }

  @Override
  public int rows() {
    return rows;
  }

  @Override
  public int columns() {
    return columns;
  }

  public Codebook book() {
    return book;
  }

  public int blockSize() {
    return blockSize;
  }

  public BlockScales scales() {
    return scales;
  }

  /** The bytes as they are stored. */
  public byte[] packed() {
    return packed.clone();
  }

  /** The code at a flat index. */
  public int code(int index) {
    int pair = packed[index >> 1] & 0xff;
    return (index & 1) == 0 ? pair >> 4 : pair & 15;
  }

  @Override
  public void readRow(int row, float[] into, int offset) {
    int from = row * columns;
    for (int i = 0; i < columns; i++) {
      into[offset + i] = book.value(code(from + i)) * scales.at((from + i) / blockSize);
    }
  }

  @Override
  public String format() {
    return book.word() + "/" + blockSize + (scales instanceof BlockScales.Doubled ? "+double" : "");
  }

  @Override
  public long storedBits() {
    return 8L * packed.length + scales.storedBits();
  }
}
