package dev.coderev.model.quantizer;

/**
 * Optimal brain quantization in the simplest words: one row, one column after the other; the
 * inverse Hessian of the columns that are still free is computed anew each time.
 */
final class BrainSurgeon {

  private BrainSurgeon() {}

  /** The codes of a row that is rounded in its own order. */
  static int[] codes(double[] row, double[][] hessian, Grid grid, int size) {
    int n = row.length;
    double[] w = row.clone();
    var codes = new int[n];
    Grid.Step step = grid.step(0, 0, 1);
    for (int i = 0; i < n; i++) {
      if (i % size == 0) {
        step = grid.fit(w, i, size);
      }
      codes[i] = step.code(w[i]);
      double error = w[i] - step.value(codes[i]);
      double[][] inverse = inverse(hessian, i);
      for (int j = i; j < n; j++) {
        w[j] -= error / inverse[0][0] * inverse[0][j - i];
      }
    }
    return codes;
  }

  /** The inverse of the part from row and column {@code from} on, by Gauss and Jordan. */
  private static double[][] inverse(double[][] matrix, int from) {
    int n = matrix.length - from;
    var a = new double[n][2 * n];
    for (int i = 0; i < n; i++) {
      System.arraycopy(matrix[from + i], from, a[i], 0, n);
      a[i][n + i] = 1;
    }
    for (int i = 0; i < n; i++) {
      double pivot = a[i][i];
      for (int j = 0; j < 2 * n; j++) {
        a[i][j] /= pivot;
      }
      for (int k = 0; k < n; k++) {
        double factor = k == i ? 0 : a[k][i];
        for (int j = 0; j < 2 * n; j++) {
          a[k][j] -= factor * a[i][j];
        }
      }
    }
    var inverse = new double[n][n];
    for (int i = 0; i < n; i++) {
      System.arraycopy(a[i], n, inverse[i], 0, n);
    }
    return inverse;
  }
}
