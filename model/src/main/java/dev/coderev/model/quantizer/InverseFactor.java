package dev.coderev.model.quantizer;

import dev.coderev.model.kernel.Workers;
import java.util.Optional;

/**
 * The upper Cholesky factor U of an inverse, H⁻¹ = UᵀU, without inverting H.
 *
 * <p>With J the reversal of rows, J·H·J = RᵀR gives H = (J·Rᵀ·J)(J·R·J), an upper times a lower
 * triangle, so U = J·R⁻ᵀ·J: one factorization and one triangular inverse, in double precision.
 */
final class InverseFactor {

  private static final int BLOCK = 32;
  private static final int TASK_ROWS = 8;
  private static final int CHUNK = 64;

  private InverseFactor() {}

  /**
   * The factor; empty when the matrix is not positive definite.
   *
   * @param h [n, n], symmetric; used up
   * @return [n, n], upper
   */
  static Optional<double[]> of(double[] h, int n, Workers workers) {
    reverse(h);
    if (!factor(h, n, workers)) {
      return Optional.empty();
    }
    var upper = new double[n * n];
    workers.run(
        Math.ceilDiv(n, CHUNK),
        task -> invert(h, n, task * CHUNK, Math.min(n, (task + 1) * CHUNK), upper));
    return Optional.of(upper);
  }

  /** J·H·J of a symmetric matrix is its elements in reverse order. */
  private static void reverse(double[] h) {
    for (int i = 0, j = h.length - 1; i < j; i++, j--) {
      double kept = h[i];
      h[i] = h[j];
      h[j] = kept;
    }
  }

  /** B = RᵀR in the upper triangle, in place, block after block of rows. */
  private static boolean factor(double[] b, int n, Workers workers) {
    for (int start = 0; start < n; start += BLOCK) {
      int end = Math.min(n, start + BLOCK);
      for (int k = start; k < end; k++) {
        double pivot = b[k * n + k];
        if (!(pivot > 0) || Double.isInfinite(pivot)) {
          return false;
        }
        double inverse = 1 / Math.sqrt(pivot);
        for (int j = k; j < n; j++) {
          b[k * n + j] *= inverse;
        }
        for (int i = k + 1; i < end; i++) {
          subtract(b[k * n + i], b, k * n, b, i * n, i, n);
        }
      }
      int first = start;
      int rest = n - end;
      workers.run(
          Math.ceilDiv(rest, TASK_ROWS),
          task -> {
            int last = Math.min(n, end + (task + 1) * TASK_ROWS);
            for (int i = end + task * TASK_ROWS; i < last; i++) {
              for (int k = first; k < end; k++) {
                subtract(b[k * n + i], b, k * n, b, i * n, i, n);
              }
            }
          });
    }
    return true;
  }

  /** {@code y[j] -= a · x[j]} for the columns from {@code from} to {@code to}. */
  private static void subtract(
      double a, double[] x, int xRow, double[] y, int yRow, int from, int to) {
    for (int j = from; j < to; j++) {
      y[yRow + j] -= a * x[xRow + j];
    }
  }

  /** Columns of V = R⁻ᵀ (lower), put in their reversed places. */
  private static void invert(double[] r, int n, int from, int to, double[] upper) {
    int width = to - from;
    var v = new double[(n - from) * width];
    for (int i = from; i < n; i++) {
      int row = (i - from) * width;
      if (i < to) {
        v[row + i - from] = 1;
      }
      for (int k = from; k < i; k++) {
        double factor = r[k * n + i];
        int other = (k - from) * width;
        for (int c = 0; c < width; c++) {
          v[row + c] -= factor * v[other + c];
        }
      }
      double inverse = 1 / r[i * n + i];
      for (int c = 0; c < width; c++) {
        v[row + c] *= inverse;
        upper[(n - 1 - i) * n + (n - 1 - from - c)] = v[row + c];
      }
    }
  }
}
