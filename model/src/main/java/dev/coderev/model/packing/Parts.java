package dev.coderev.model.packing;

import dev.coderev.model.tensor.DType;
import dev.coderev.model.tensor.LittleEndian;
import dev.coderev.model.tensor.Shape;
import dev.coderev.model.tensor.TensorSource;
import java.lang.foreign.MemorySegment;

/** Tensors to write, from arrays. */
final class Parts {

  private Parts() {}

  static TensorSource ints(String name, Shape shape, int[] values) {
    MemorySegment data = MemorySegment.ofArray(new byte[4 * values.length]);
    for (int i = 0; i < values.length; i++) {
      data.set(LittleEndian.INT, 4L * i, values[i]);
    }
    return of(name, DType.I32, shape, data);
  }

  static TensorSource halves(String name, Shape shape, float[] values) {
    MemorySegment data = MemorySegment.ofArray(new byte[2 * values.length]);
    for (int i = 0; i < values.length; i++) {
      data.set(LittleEndian.SHORT, 2L * i, Float.floatToFloat16(values[i]));
    }
    return of(name, DType.F16, shape, data);
  }

  static TensorSource floats(String name, Shape shape, float[] values) {
    MemorySegment data = MemorySegment.ofArray(new byte[4 * values.length]);
    for (int i = 0; i < values.length; i++) {
      data.set(LittleEndian.FLOAT, 4L * i, values[i]);
    }
    return of(name, DType.F32, shape, data);
  }

  static TensorSource longs(String name, long... values) {
    MemorySegment data = MemorySegment.ofArray(new byte[8 * values.length]);
    for (int i = 0; i < values.length; i++) {
      data.set(LittleEndian.LONG, 8L * i, values[i]);
    }
    return of(name, DType.I64, Shape.of(values.length), data);
  }

  static TensorSource bytes(String name, DType dtype, Shape shape, byte[] values) {
    return of(name, dtype, shape, MemorySegment.ofArray(values));
  }

  private static TensorSource of(String name, DType dtype, Shape shape, MemorySegment data) {
    return new TensorSource(name, dtype, shape, out -> TensorSource.write(data, out));
  }
}
