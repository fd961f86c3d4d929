package dev.coderev.model.kernel;

import static dev.coderev.model.kernel.Lanes.COUNT;
import static dev.coderev.model.kernel.Lanes.FLOATS;
import static dev.coderev.model.kernel.Lanes.HALVES;
import static dev.coderev.model.kernel.Lanes.INTS;
import static java.nio.ByteOrder.LITTLE_ENDIAN;
import static jdk.incubator.vector.VectorOperators.ADD;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.S2I;

import java.lang.foreign.MemorySegment;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.ShortVector;

/**
 * Vector kernels of a {@link RowMatrix}. Few rows of activations are multiplied with the weights as
 * they are stored; for many, blocks of rows are turned into floats once.
 */
final class RowKernels {

  private static final float REBIAS = 0x1p112f;
  private static final int HALF_BITS = 0x8fffe000;

  /** Rows of weights that are turned into floats together: they fit the second-level cache. */
  private static final int BLOCK_ROWS = 16;

  /** Rows of activations from which on weights are turned into floats first. */
  static final int MANY = 4;

  private RowKernels() {}

  static void multiply(RowMatrix w, Activations x, int from, int to, float[] y, int stride) {
    if (x.rows() < MANY) {
      for (int r = 0; r < x.rows(); r++) {
        matvec(w, x.values(), r * x.width(), from, to, y, r * stride);
      }
      return;
    }
    int columns = w.columns();
    var block = new float[BLOCK_ROWS * columns];
    for (int row = from; row < to; row += BLOCK_ROWS) {
      int count = Math.min(BLOCK_ROWS, to - row);
      for (int i = 0; i < count; i++) {
        decode(w, row + i, block, i * columns);
      }
      gemm(block, count, columns, x, y, row, stride);
    }
  }

  private static void matvec(
      RowMatrix w, float[] x, int xAt, int from, int to, float[] y, int yAt) {
    for (int row = from; row < to; row++) {
      long at = row * w.rowBytes();
      y[yAt + row] =
          switch (w.dtype()) {
                case F32 -> dotFloats(w.data(), at, x, xAt, w.columns());
                case F16 -> dotHalves(w.data(), at, x, xAt, w.columns());
                default -> dotBrains(w.data(), at, x, xAt, w.columns());
              }
              + tail(w, row, x, xAt);
    }
  }

  /** The columns that fill no two vectors. */
  static float tail(RowMatrix w, int row, float[] x, int xAt) {
    int columns = w.columns();
    int done = columns - columns % (2 * COUNT);
    if (done == columns) {
      return 0;
    }
    var rest = new float[columns - done];
    decodeTail(w, row, done, rest, 0);
    float sum = 0;
    for (int i = 0; i < rest.length; i++) {
      sum = Math.fma(rest[i], x[xAt + done + i], sum);
    }
    return sum;
  }

  private static void decodeTail(RowMatrix w, int row, int column, float[] into, int at) {
    long element = (long) row * w.columns() + column;
    w.readFloats(element, into, at, w.columns() - column);
  }

  private static float dotFloats(MemorySegment m, long at, float[] x, int xAt, int columns) {
    FloatVector a = FloatVector.zero(FLOATS);
    FloatVector b = a;
    int end = columns - columns % (2 * COUNT);
    for (int c = 0; c < end; c += 2 * COUNT) {
      long o = at + c * 4L;
      FloatVector v = FloatVector.fromMemorySegment(FLOATS, m, o, LITTLE_ENDIAN);
      a = v.fma(FloatVector.fromArray(FLOATS, x, xAt + c), a);
      FloatVector u = FloatVector.fromMemorySegment(FLOATS, m, o + COUNT * 4L, LITTLE_ENDIAN);
      b = u.fma(FloatVector.fromArray(FLOATS, x, xAt + c + COUNT), b);
    }
    return a.add(b).reduceLanes(ADD);
  }

  private static float dotBrains(MemorySegment m, long at, float[] x, int xAt, int columns) {
    FloatVector a = FloatVector.zero(FLOATS);
    FloatVector b = a;
    int end = columns - columns % (2 * COUNT);
    for (int c = 0; c < end; c += 2 * COUNT) {
      long o = at + c * 2L;
      FloatVector v =
          ((IntVector)
                  ShortVector.fromMemorySegment(HALVES, m, o, LITTLE_ENDIAN)
                      .convertShape(S2I, INTS, 0))
              .lanewise(LSHL, 16)
              .reinterpretAsFloats();
      a = v.fma(FloatVector.fromArray(FLOATS, x, xAt + c), a);
      FloatVector u =
          ((IntVector)
                  ShortVector.fromMemorySegment(HALVES, m, o + COUNT * 2L, LITTLE_ENDIAN)
                      .convertShape(S2I, INTS, 0))
              .lanewise(LSHL, 16)
              .reinterpretAsFloats();
      b = u.fma(FloatVector.fromArray(FLOATS, x, xAt + c + COUNT), b);
    }
    return a.add(b).reduceLanes(ADD);
  }

  private static float dotHalves(MemorySegment m, long at, float[] x, int xAt, int columns) {
    FloatVector a = FloatVector.zero(FLOATS);
    FloatVector b = a;
    int end = columns - columns % (2 * COUNT);
    for (int c = 0; c < end; c += 2 * COUNT) {
      long o = at + c * 2L;
      FloatVector v =
          ((IntVector)
                  ShortVector.fromMemorySegment(HALVES, m, o, LITTLE_ENDIAN)
                      .convertShape(S2I, INTS, 0))
              .lanewise(LSHL, 13)
              .and(HALF_BITS)
              .reinterpretAsFloats()
              .mul(REBIAS);
      a = v.fma(FloatVector.fromArray(FLOATS, x, xAt + c), a);
      FloatVector u =
          ((IntVector)
                  ShortVector.fromMemorySegment(HALVES, m, o + COUNT * 2L, LITTLE_ENDIAN)
                      .convertShape(S2I, INTS, 0))
              .lanewise(LSHL, 13)
              .and(HALF_BITS)
              .reinterpretAsFloats()
              .mul(REBIAS);
      b = u.fma(FloatVector.fromArray(FLOATS, x, xAt + c + COUNT), b);
    }
    return a.add(b).reduceLanes(ADD);
  }

  private static void decode(RowMatrix w, int row, float[] into, int intoAt) {
    MemorySegment m = w.data();
    long at = row * w.rowBytes();
    int end = w.columns() - w.columns() % COUNT;
    for (int c = 0; c < end; c += COUNT) {
      FloatVector v =
          switch (w.dtype()) {
            case F32 -> FloatVector.fromMemorySegment(FLOATS, m, at + c * 4L, LITTLE_ENDIAN);
            case F16 ->
                ((IntVector)
                        ShortVector.fromMemorySegment(HALVES, m, at + c * 2L, LITTLE_ENDIAN)
                            .convertShape(S2I, INTS, 0))
                    .lanewise(LSHL, 13)
                    .and(HALF_BITS)
                    .reinterpretAsFloats()
                    .mul(REBIAS);
            default ->
                ((IntVector)
                        ShortVector.fromMemorySegment(HALVES, m, at + c * 2L, LITTLE_ENDIAN)
                            .convertShape(S2I, INTS, 0))
                    .lanewise(LSHL, 16)
                    .reinterpretAsFloats();
          };
      v.intoArray(into, intoAt + c);
    }
    if (end < w.columns()) {
      decodeTail(w, row, end, into, intoAt + end);
    }
  }

  /** {@code count} rows of floats times all rows of activations. */
  private static void gemm(
      float[] block, int count, int columns, Activations x, float[] y, int row, int stride) {
    var out = new float[16];
    for (int r = 0; r < x.rows(); r += 4) {
      int many = Math.min(4, x.rows() - r);
      for (int i = 0; i < count; i += 4) {
        int rows = Math.min(4, count - i);
        if (many == 4 && rows == 4) {
          square(block, i * columns, columns, x.values(), r * columns, out);
          for (int k = 0; k < 16; k++) {
            y[(r + k / 4) * stride + row + i + k % 4] = out[k];
          }
        } else {
          for (int k = 0; k < many; k++) {
            for (int j = 0; j < rows; j++) {
              y[(r + k) * stride + row + i + j] =
                  FloatKernels.dot(
                      block, (i + j) * columns, x.values(), (r + k) * columns, columns);
            }
          }
        }
      }
    }
  }

  /** Four rows of weights times four rows of activations. */
  private static void square(float[] w, int wAt, int columns, float[] x, int xAt, float[] out) {
    int w1 = wAt + columns;
    int w2 = w1 + columns;
    int w3 = w2 + columns;
    int end = columns - columns % COUNT;
    for (int k = 0; k < 4; k += 2) {
      int x0 = xAt + k * columns;
      int x1 = x0 + columns;
      FloatVector a0 = FloatVector.zero(FLOATS);
      FloatVector a1 = a0;
      FloatVector a2 = a0;
      FloatVector a3 = a0;
      FloatVector b0 = a0;
      FloatVector b1 = a0;
      FloatVector b2 = a0;
      FloatVector b3 = a0;
      for (int c = 0; c < end; c += COUNT) {
        FloatVector p = FloatVector.fromArray(FLOATS, x, x0 + c);
        FloatVector q = FloatVector.fromArray(FLOATS, x, x1 + c);
        FloatVector v = FloatVector.fromArray(FLOATS, w, wAt + c);
        a0 = v.fma(p, a0);
        b0 = v.fma(q, b0);
        v = FloatVector.fromArray(FLOATS, w, w1 + c);
        a1 = v.fma(p, a1);
        b1 = v.fma(q, b1);
        v = FloatVector.fromArray(FLOATS, w, w2 + c);
        a2 = v.fma(p, a2);
        b2 = v.fma(q, b2);
        v = FloatVector.fromArray(FLOATS, w, w3 + c);
        a3 = v.fma(p, a3);
        b3 = v.fma(q, b3);
      }
      out[k * 4] = a0.reduceLanes(ADD);
      out[k * 4 + 1] = a1.reduceLanes(ADD);
      out[k * 4 + 2] = a2.reduceLanes(ADD);
      out[k * 4 + 3] = a3.reduceLanes(ADD);
      out[k * 4 + 4] = b0.reduceLanes(ADD);
      out[k * 4 + 5] = b1.reduceLanes(ADD);
      out[k * 4 + 6] = b2.reduceLanes(ADD);
      out[k * 4 + 7] = b3.reduceLanes(ADD);
    }
    for (int c = end; c < columns; c++) {
      for (int k = 0; k < 16; k++) {
        out[k] += w[wAt + k % 4 * columns + c] * x[xAt + k / 4 * columns + c];
      }
    }
  }
}
