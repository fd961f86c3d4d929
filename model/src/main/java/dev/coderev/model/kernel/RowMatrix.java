package dev.coderev.model.kernel;

import dev.coderev.model.tensor.DType;
import dev.coderev.model.tensor.Tensor;
import java.lang.foreign.MemorySegment;

/** A matrix of plain floats, row after row as in the checkpoint, read where it is mapped. */
public final class RowMatrix implements Matrix {

  private final Tensor tensor;
  private final int rows;
  private final int columns;

  private RowMatrix(Tensor tensor) {
    this.tensor = tensor;
    this.rows = Math.toIntExact(tensor.shape().rows());
    this.columns = Math.toIntExact(tensor.shape().columns());
  }

  /** Whether a tensor of this type is read in place. */
  public static boolean holds(DType dtype) {
    return dtype == DType.F32 || dtype == DType.F16 || dtype == DType.BF16;
  }

  /** The tensor as it is: F32, F16 or BF16. */
  public static RowMatrix of(Tensor tensor) {
    if (!holds(tensor.dtype())) {
      throw new IllegalArgumentException(tensor.name() + ": " + tensor.dtype() + " is no float");
    }
    return new RowMatrix(tensor);
  }

  @Override
  public int rows() {
    return rows;
  }

  @Override
  public int columns() {
    return columns;
  }

  @Override
  public long bytes() {
    return tensor.data().byteSize();
  }

  @Override
  public String format() {
    return tensor.dtype().name();
  }

  DType dtype() {
    return tensor.dtype();
  }

  MemorySegment data() {
    return tensor.data();
  }

  /** The bytes between the starts of two rows. */
  long rowBytes() {
    return tensor.dtype().bytes(columns);
  }

  /** Some elements, counted through the rows, as floats. */
  void readFloats(long from, float[] into, int offset, int count) {
    tensor.readFloats(from, into, offset, count);
  }

  @Override
  public void readRow(int row, float[] into, int offset) {
    tensor.readFloats((long) row * columns, into, offset, columns);
  }
}
