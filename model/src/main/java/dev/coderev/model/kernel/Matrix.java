package dev.coderev.model.kernel;

/** A weight matrix [rows, columns] as it lies in memory: y = W·x takes columns and gives rows. */
public sealed interface Matrix permits RowMatrix, TileMatrix {

  int rows();

  int columns();

  /** The bytes that one multiplication reads. */
  long bytes();

  /** How the weights are stored, for example {@code BF16} or {@code 4-bit/32}. */
  String format();

  /** The weights of one row as floats: the scalar reference of this storage. */
  void readRow(int row, float[] into, int offset);
}
