package dev.coderev.model.tensor;

import java.lang.foreign.MemorySegment;

/**
 * A named tensor: row-major elements in a memory segment, usually a view of a mapped file.
 *
 * <p>The segment's arena owns the memory: reading after its checkpoint was closed throws {@link
 * IllegalStateException}. Data need not be aligned; read it with unaligned layouts.
 *
 * @param name as in Hugging Face directories, for example {@code model.norm.weight}
 * @param shape linear weights are [out, in]
 * @param data exactly {@code dtype.bytes(shape.elements())} bytes, little-endian
 */
public record Tensor(String name, DType dtype, Shape shape, MemorySegment data) {

  public Tensor {
    if (dtype.isBlock() && shape.columns() % dtype.blockElements() != 0) {
      throw new IllegalArgumentException(
          name + ": rows of " + shape.columns() + " do not fill whole blocks of " + dtype);
    }
    if (data.byteSize() != dtype.bytes(shape.elements())) {
      throw new IllegalArgumentException(
          name + ": " + dtype + " " + shape + " is not " + data.byteSize() + " bytes");
    }
  }

  /** The element at a flat index, as a float. */
  public float at(long index) {
    var one = new float[1];
    readFloats(index, one, 0, 1);
    return one[0];
  }

  /**
   * Reads {@code count} elements from flat index {@code from} as floats: exact for every type of at
   * most 32 bits of range, nearest for F64 and wide integers; blocks give scale times integer
   * computed in float.
   */
  public void readFloats(long from, float[] into, int offset, int count) {
    if (from < 0 || count < 0 || from + count > shape.elements()) {
      throw new IndexOutOfBoundsException(
          name + ": " + count + " elements from " + from + " of " + shape);
    }
    ScalarReads.read(dtype, data, from, into, offset, count);
  }

  /** All elements as floats; meant for small tensors. */
  public float[] toFloats() {
    var all = new float[Math.toIntExact(shape.elements())];
    readFloats(0, all, 0, all.length);
    return all;
  }

  /** The same data under another name. */
  public Tensor named(String other) {
    return new Tensor(other, dtype, shape, data);
  }

  /** The bytes of row {@code index}, where rows are the contiguous dimension. */
  public MemorySegment row(long index) {
    long bytes = dtype.bytes(shape.columns());
    return data.asSlice(index * bytes, bytes);
  }
}
