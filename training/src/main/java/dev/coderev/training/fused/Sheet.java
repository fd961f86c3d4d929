package dev.coderev.training.fused;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import jdk.incubator.vector.FloatVector;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Rows of numbers, in 32 bits or as BF16, that libtorch multiplies and the passes of this package
 * read and write.
 */
final class Sheet implements AutoCloseable {

  private final Tensor tensor;
  private final MemorySegment memory;
  private final boolean narrow;
  private final int columns;

  /**
   * @param tensor [rows, columns] without gaps, on the processor; kept until this is closed
   */
  Sheet(Tensor tensor, int columns) {
    this.tensor = tensor.retainReference();
    this.narrow = tensor.element_size() == Short.BYTES;
    this.columns = columns;
    this.memory =
        MemorySegment.ofAddress(tensor.data_ptr().address())
            .reinterpret(tensor.numel() * tensor.element_size());
  }

  /** Not yet filled. */
  static Sheet of(long rows, int columns, boolean narrow) {
    var type = narrow ? torch.ScalarType.BFloat16 : torch.ScalarType.Float;
    try (var _ = new PointerScope()) {
      return new Sheet(torch.empty(new long[] {rows, columns}).to(type), columns);
    }
  }

  Tensor tensor() {
    return tensor;
  }

  int columns() {
    return columns;
  }

  /** The first rows; an operand that belongs to the caller's scope. */
  Tensor top(long rows) {
    return rows(0, rows);
  }

  Tensor rows(long from, long count) {
    return tensor.narrow(0, from, count);
  }

  /** Copies a part of a row. */
  void read(long row, int column, float[] into, int at, int count) {
    long index = row * columns + column;
    int whole = count - count % Lanes.COUNT;
    for (int i = 0; i < whole; i += Lanes.COUNT) {
      load(index + i).intoArray(into, at + i);
    }
    for (int i = whole; i < count; i++) {
      into[at + i] = get(index + i);
    }
  }

  /** Copies numbers from an index on. */
  void readAll(long index, float[] into) {
    int whole = into.length - into.length % Lanes.COUNT;
    for (int i = 0; i < whole; i += Lanes.COUNT) {
      load(index + i).intoArray(into, i);
    }
    for (int i = whole; i < into.length; i++) {
      into[i] = get(index + i);
    }
  }

  /** Replaces a part of a row. */
  void write(long row, int column, float[] from, int at, int count) {
    long index = row * columns + column;
    int whole = count - count % Lanes.COUNT;
    for (int i = 0; i < whole; i += Lanes.COUNT) {
      store(index + i, FloatVector.fromArray(Lanes.FLOATS, from, at + i));
    }
    for (int i = whole; i < count; i++) {
      set(index + i, from[at + i]);
    }
  }

  /** Adds to numbers, which are those of this sheet from an index on. */
  void add(long index, float[] from, int at, int count) {
    int whole = count - count % Lanes.COUNT;
    for (int i = 0; i < whole; i += Lanes.COUNT) {
      store(index + i, load(index + i).add(FloatVector.fromArray(Lanes.FLOATS, from, at + i)));
    }
    for (int i = whole; i < count; i++) {
      set(index + i, get(index + i) + from[at + i]);
    }
  }

  /** Adds the first numbers of another sheet. */
  void add(long index, Sheet other, long count) {
    long whole = count - count % Lanes.COUNT;
    for (long i = 0; i < whole; i += Lanes.COUNT) {
      store(index + i, load(index + i).add(other.load(i)));
    }
    for (long i = whole; i < count; i++) {
      set(index + i, get(index + i) + other.get(i));
    }
  }

  FloatVector load(long index) {
    return narrow
        ? Lanes.widened(memory, index * Short.BYTES)
        : FloatVector.fromMemorySegment(
            Lanes.FLOATS, memory, index * Float.BYTES, ByteOrder.LITTLE_ENDIAN);
  }

  void store(long index, FloatVector floats) {
    if (narrow) {
      Lanes.narrowed(floats, memory, index * Short.BYTES);
    } else {
      floats.intoMemorySegment(memory, index * Float.BYTES, ByteOrder.LITTLE_ENDIAN);
    }
  }

  private float get(long index) {
    return narrow
        ? Float.intBitsToFloat(memory.get(ValueLayout.JAVA_SHORT, index * Short.BYTES) << 16)
        : memory.get(ValueLayout.JAVA_FLOAT, index * Float.BYTES);
  }

  private void set(long index, float value) {
    if (narrow) {
      int bits = Float.floatToRawIntBits(value);
      int rounded = (bits + 0x7fff + (bits >>> 16 & 1)) >>> 16;
      memory.set(ValueLayout.JAVA_SHORT, index * Short.BYTES, (short) rounded);
    } else {
      memory.set(ValueLayout.JAVA_FLOAT, index * Float.BYTES, value);
    }
  }

  @Override
  public void close() {
    tensor.close();
  }
}
