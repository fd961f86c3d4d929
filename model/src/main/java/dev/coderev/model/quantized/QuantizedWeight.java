package dev.coderev.model.quantized;

/**
 * A linear weight [rows, columns] of few bits: small integers or codes, and what turns them into
 * numbers again.
 */
public sealed interface QuantizedWeight permits GroupedWeight, CodebookWeight, RowScaledWeight {

  int rows();

  int columns();

  /** The numbers of one row, exactly as the format defines them. */
  void readRow(int row, float[] into, int offset);

  /** How it is stored, for people: {@code 4-bit/128}, {@code nf4/64+double}. */
  String format();

  /** The bits that codes, scales and zero points take in a file. */
  long storedBits();

  /** Bits for each weight, all that is stored counted. */
  default double bitsPerWeight() {
    return (double) storedBits() / ((double) rows() * columns());
  }

  /** All numbers, row after row. */
  default float[] toFloats() {
    var all = new float[Math.multiplyExact(rows(), columns())];
    for (int row = 0; row < rows(); row++) {
      readRow(row, all, row * columns());
    }
    return all;
  }
}
