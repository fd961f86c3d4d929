package dev.coderev.training.fused;

import jdk.incubator.vector.FloatVector;

/**
 * Products of matrices eight rows at a time:
 *
 * <pre>
 * out[r][c] = Σⱼ a[r · aRow + j · aStep] · b[j · bRow + c]        r &lt; 8
 * </pre>
 */
final class Bands {

  static final int ROWS = 8;

  /** Columns are computed in multiples of this. */
  static final int COLUMNS = 32;

  private static final int COUNT = Lanes.COUNT;

  private Bands() {}

  /**
   * One such product.
   *
   * @param columns a multiple of {@link #COLUMNS}
   * @param adds to what is there
   */
  static void multiply(
      float[] a,
      int aAt,
      int aRow,
      int aStep,
      float[] b,
      int bAt,
      int bRow,
      float[] out,
      int at,
      int row,
      int depth,
      int columns,
      boolean adds) {
    for (int c = 0; c < columns; c += 2 * COUNT) {
      band(a, aAt, aRow, aStep, b, bAt + c, bRow, out, at + c, row, depth, adds);
    }
  }

  private static void band(
      float[] a,
      int aAt,
      int aRow,
      int aStep,
      float[] b,
      int bAt,
      int bRow,
      float[] out,
      int at,
      int row,
      int depth,
      boolean adds) {
    FloatVector zero = FloatVector.zero(Lanes.FLOATS);
    FloatVector s0 = adds ? FloatVector.fromArray(Lanes.FLOATS, out, at) : zero;
    FloatVector t0 = adds ? FloatVector.fromArray(Lanes.FLOATS, out, at + COUNT) : zero;
    FloatVector s1 = adds ? FloatVector.fromArray(Lanes.FLOATS, out, at + row) : zero;
    FloatVector t1 = adds ? FloatVector.fromArray(Lanes.FLOATS, out, at + row + COUNT) : zero;
    FloatVector s2 = adds ? FloatVector.fromArray(Lanes.FLOATS, out, at + 2 * row) : zero;
    FloatVector t2 = adds ? FloatVector.fromArray(Lanes.FLOATS, out, at + 2 * row + COUNT) : zero;
    FloatVector s3 = adds ? FloatVector.fromArray(Lanes.FLOATS, out, at + 3 * row) : zero;
    FloatVector t3 = adds ? FloatVector.fromArray(Lanes.FLOATS, out, at + 3 * row + COUNT) : zero;
    FloatVector s4 = adds ? FloatVector.fromArray(Lanes.FLOATS, out, at + 4 * row) : zero;
    FloatVector t4 = adds ? FloatVector.fromArray(Lanes.FLOATS, out, at + 4 * row + COUNT) : zero;
    FloatVector s5 = adds ? FloatVector.fromArray(Lanes.FLOATS, out, at + 5 * row) : zero;
    FloatVector t5 = adds ? FloatVector.fromArray(Lanes.FLOATS, out, at + 5 * row + COUNT) : zero;
    FloatVector s6 = adds ? FloatVector.fromArray(Lanes.FLOATS, out, at + 6 * row) : zero;
    FloatVector t6 = adds ? FloatVector.fromArray(Lanes.FLOATS, out, at + 6 * row + COUNT) : zero;
    FloatVector s7 = adds ? FloatVector.fromArray(Lanes.FLOATS, out, at + 7 * row) : zero;
    FloatVector t7 = adds ? FloatVector.fromArray(Lanes.FLOATS, out, at + 7 * row + COUNT) : zero;
    for (int j = 0; j < depth; j++) {
      FloatVector u = FloatVector.fromArray(Lanes.FLOATS, b, bAt + j * bRow);
      FloatVector v = FloatVector.fromArray(Lanes.FLOATS, b, bAt + j * bRow + COUNT);
      int k = aAt + j * aStep;
      FloatVector w = FloatVector.broadcast(Lanes.FLOATS, a[k]);
      s0 = u.fma(w, s0);
      t0 = v.fma(w, t0);
      w = FloatVector.broadcast(Lanes.FLOATS, a[k + aRow]);
      s1 = u.fma(w, s1);
      t1 = v.fma(w, t1);
      w = FloatVector.broadcast(Lanes.FLOATS, a[k + 2 * aRow]);
      s2 = u.fma(w, s2);
      t2 = v.fma(w, t2);
      w = FloatVector.broadcast(Lanes.FLOATS, a[k + 3 * aRow]);
      s3 = u.fma(w, s3);
      t3 = v.fma(w, t3);
      w = FloatVector.broadcast(Lanes.FLOATS, a[k + 4 * aRow]);
      s4 = u.fma(w, s4);
      t4 = v.fma(w, t4);
      w = FloatVector.broadcast(Lanes.FLOATS, a[k + 5 * aRow]);
      s5 = u.fma(w, s5);
      t5 = v.fma(w, t5);
      w = FloatVector.broadcast(Lanes.FLOATS, a[k + 6 * aRow]);
      s6 = u.fma(w, s6);
      t6 = v.fma(w, t6);
      w = FloatVector.broadcast(Lanes.FLOATS, a[k + 7 * aRow]);
      s7 = u.fma(w, s7);
      t7 = v.fma(w, t7);
    }
    s0.intoArray(out, at);
    t0.intoArray(out, at + COUNT);
    s1.intoArray(out, at + row);
    t1.intoArray(out, at + row + COUNT);
    s2.intoArray(out, at + 2 * row);
    t2.intoArray(out, at + 2 * row + COUNT);
    s3.intoArray(out, at + 3 * row);
    t3.intoArray(out, at + 3 * row + COUNT);
    s4.intoArray(out, at + 4 * row);
    t4.intoArray(out, at + 4 * row + COUNT);
    s5.intoArray(out, at + 5 * row);
    t5.intoArray(out, at + 5 * row + COUNT);
    s6.intoArray(out, at + 6 * row);
    t6.intoArray(out, at + 6 * row + COUNT);
    s7.intoArray(out, at + 7 * row);
    t7.intoArray(out, at + 7 * row + COUNT);
  }
}
