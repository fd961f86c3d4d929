package dev.coderev.model.kernel;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import dev.coderev.model.tensor.DType;
import dev.coderev.model.tensor.LittleEndian;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * The keys and values of one head in one page of a cache: keys as [element, position], so that the
 * positions of a page fill vectors, values as [position, element].
 *
 * @param type F32, F16, or I8, which has a float as scale for each position behind its bytes
 * @param data of the page
 * @param keys where they begin
 * @param values where they begin
 * @param dim elements of a vector
 * @param held positions whose values are there
 * @param finite whether every key and value of them is; else what is hidden must not be looked at,
 *     since nothing times infinity is no number
 */
public record HeadPage(
    DType type, MemorySegment data, long keys, long values, int dim, int held, boolean finite) {

  /** Positions of a page. */
  public static final int POSITIONS = 32;

  public HeadPage {
    if (type != DType.F32 && type != DType.F16 && type != DType.I8) {
      throw new IllegalArgumentException(type + " in a cache");
    }
    if (held < 1 || held > POSITIONS) {
      throw new IndexOutOfBoundsException(held + " positions in a page");
    }
  }

  /** The bytes of the keys, or of the values, of one head. */
  public static long bytes(DType type, int dim) {
    long elements = type.bytes((long) POSITIONS * dim);
    return type == DType.I8 ? elements + POSITIONS * Float.BYTES : elements;
  }

  /** All keys as floats [dim, {@link #POSITIONS}]; columns from {@link #held} on mean nothing. */
  public void readKeys(Kernels kernels, float[] into) {
    if (type != DType.I8) {
      floats(kernels, keys, POSITIONS * dim, into);
      return;
    }
    var scales = new float[POSITIONS];
    MemorySegment.copy(
        data, LittleEndian.FLOAT, keys + (long) POSITIONS * dim, scales, 0, scales.length);
    for (int i = 0; i < dim; i++) {
      int row = i * POSITIONS;
      for (int p = 0; p < POSITIONS; p++) {
        into[row + p] = scales[p] * data.get(JAVA_BYTE, keys + row + p);
      }
    }
  }

  /** The values that are held as floats [held, dim]. */
  public void readValues(Kernels kernels, float[] into) {
    if (type == DType.I8) {
      long scales = values + (long) POSITIONS * dim;
      kernels.bytesToFloats(data, values, scales, into, 0, dim, held);
    } else {
      floats(kernels, values, held * dim, into);
    }
  }

  private void floats(Kernels kernels, long from, int count, float[] into) {
    if (type == DType.F32) {
      MemorySegment.copy(data, ValueLayout.JAVA_FLOAT, from, into, 0, count);
    } else {
      kernels.halvesToFloats(data, from, into, 0, count);
    }
  }
}
