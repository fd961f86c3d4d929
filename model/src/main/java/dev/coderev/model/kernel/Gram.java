package dev.coderev.model.kernel;

import static dev.coderev.model.kernel.Lanes.COUNT;
import static dev.coderev.model.kernel.Lanes.FLOATS;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;

/**
 * The sum of outer products of rows with themselves, XᵀX, in panels of 32 columns that stay in the
 * first-level cache.
 */
public final class Gram {

  private static final int PANEL = 32;
  private static final int ROWS = 128;
  private static final int BAND = 4;

  private Gram() {}

  /**
   * Adds XᵀX to the upper triangle of {@code sums}.
   *
   * @param x [rows, width]
   * @param sums [width, width]
   */
  public static void add(float[] x, int rows, int width, float[] sums, Workers workers) {
    int panels = (width + PANEL - 1) / PANEL;
    var packed = new float[panels * ROWS * PANEL];
    for (int from = 0; from < rows; from += ROWS) {
      int count = Math.min(ROWS, rows - from);
      int first = from;
      workers.run(panels, p -> pack(x, first, count, width, p, packed));
      workers.run(
          panels,
          right -> {
            var tile = new float[BAND * PANEL];
            for (int left = 0; left <= right; left++) {
              for (int band = 0; band < PANEL && left * PANEL + band < width; band += BAND) {
                for (int c = 0; c < PANEL; c += 2 * COUNT) {
                  multiply(
                      packed, left * ROWS * PANEL + band, right * ROWS * PANEL + c, count, tile, c);
                }
                store(tile, left * PANEL + band, right * PANEL, width, sums);
              }
            }
          });
    }
  }

  private static void pack(float[] x, int from, int count, int width, int panel, float[] packed) {
    int columns = Math.min(PANEL, width - panel * PANEL);
    for (int t = 0; t < count; t++) {
      int at = (panel * ROWS + t) * PANEL;
      System.arraycopy(x, (from + t) * width + panel * PANEL, packed, at, columns);
      Arrays.fill(packed, at + columns, at + PANEL, 0);
    }
  }

  private static void multiply(float[] p, int a, int b, int count, float[] tile, int at) {
    FloatVector s0 = FloatVector.zero(FLOATS);
    FloatVector s1 = s0;
    FloatVector s2 = s0;
    FloatVector s3 = s0;
    FloatVector t0 = s0;
    FloatVector t1 = s0;
    FloatVector t2 = s0;
    FloatVector t3 = s0;
    for (int t = 0; t < count; t++) {
      FloatVector u = FloatVector.fromArray(FLOATS, p, b + t * PANEL);
      FloatVector v = FloatVector.fromArray(FLOATS, p, b + t * PANEL + COUNT);
      FloatVector w = FloatVector.broadcast(FLOATS, p[a + t * PANEL]);
      s0 = u.fma(w, s0);
      t0 = v.fma(w, t0);
      w = FloatVector.broadcast(FLOATS, p[a + t * PANEL + 1]);
      s1 = u.fma(w, s1);
      t1 = v.fma(w, t1);
      w = FloatVector.broadcast(FLOATS, p[a + t * PANEL + 2]);
      s2 = u.fma(w, s2);
      t2 = v.fma(w, t2);
      w = FloatVector.broadcast(FLOATS, p[a + t * PANEL + 3]);
      s3 = u.fma(w, s3);
      t3 = v.fma(w, t3);
    }
    s0.intoArray(tile, at);
    t0.intoArray(tile, at + COUNT);
    s1.intoArray(tile, PANEL + at);
    t1.intoArray(tile, PANEL + at + COUNT);
    s2.intoArray(tile, 2 * PANEL + at);
    t2.intoArray(tile, 2 * PANEL + at + COUNT);
    s3.intoArray(tile, 3 * PANEL + at);
    t3.intoArray(tile, 3 * PANEL + at + COUNT);
  }

  private static void store(float[] tile, int row, int column, int width, float[] sums) {
    for (int i = 0; i < BAND && row + i < width; i++) {
      for (int c = Math.max(0, row + i - column); c < PANEL && column + c < width; c++) {
        sums[(row + i) * width + column + c] += tile[i * PANEL + c];
      }
    }
  }
}
