package dev.coderev.training.student;

/**
 * Least squares that stays near known weights:
 *
 * <pre>
 * min ‖X·W − Y‖² + λ·‖W − W₀‖²     ⇒     (XᵀX + λ·I)·W = XᵀY + λ·W₀
 * </pre>
 *
 * <p>λ is a share of the mean square of X's columns.
 */
final class RidgeFit {

  private static final double SHARE = 1e-2;

  private final int in;
  private final int out;
  private final double[] gram; // [in, in]
  private final double[] moments; // [in, out]

  RidgeFit(int in, int out) {
    this.in = in;
    this.out = out;
    this.gram = new double[in * in];
    this.moments = new double[in * out];
  }

  /** Adds XᵀX and XᵀY of some rows. */
  void add(float[] someGram, float[] someMoments) {
    for (int i = 0; i < gram.length; i++) {
      gram[i] += someGram[i];
    }
    for (int i = 0; i < moments.length; i++) {
      moments[i] += someMoments[i];
    }
  }

  /**
   * The weights.
   *
   * @param near W₀ as linear layers store it: [out, in]
   * @return in the same layout
   */
  float[] solve(float[] near) {
    double trace = 0;
    for (int i = 0; i < in; i++) {
      trace += gram[i * in + i];
    }
    double lambda = Math.max(1e-9, SHARE * trace / in);
    double[] factor = gram.clone();
    for (int i = 0; i < in; i++) {
      factor[i * in + i] += lambda;
    }
    decompose(factor);
    var weights = new float[near.length];
    var column = new double[in];
    for (int o = 0; o < out; o++) {
      for (int i = 0; i < in; i++) {
        column[i] = moments[i * out + o] + lambda * near[o * in + i];
      }
      substitute(factor, column);
      for (int i = 0; i < in; i++) {
        weights[o * in + i] = (float) column[i];
      }
    }
    return weights;
  }

  /** Cholesky: the lower half becomes L of L·Lᵀ. */
  private void decompose(double[] matrix) {
    for (int j = 0; j < in; j++) {
      for (int i = j; i < in; i++) {
        double sum = matrix[i * in + j];
        for (int k = 0; k < j; k++) {
          sum -= matrix[i * in + k] * matrix[j * in + k];
        }
        matrix[i * in + j] = i == j ? Math.sqrt(Math.max(sum, 1e-12)) : sum / matrix[j * in + j];
      }
    }
  }

  private void substitute(double[] factor, double[] column) {
    for (int i = 0; i < in; i++) {
      double sum = column[i];
      for (int k = 0; k < i; k++) {
        sum -= factor[i * in + k] * column[k];
      }
      column[i] = sum / factor[i * in + i];
    }
    for (int i = in - 1; i >= 0; i--) {
      double sum = column[i];
      for (int k = i + 1; k < in; k++) {
        sum -= factor[k * in + i] * column[k];
      }
      column[i] = sum / factor[i * in + i];
    }
  }
}
