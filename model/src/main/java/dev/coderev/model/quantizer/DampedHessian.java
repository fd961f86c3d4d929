package dev.coderev.model.quantizer;

/** A Hessian with something on the diagonal where inputs were dead, and a damping for all. */
final class DampedHessian {

  private final Hessian inputs;
  private final double[] diagonal;
  private final boolean[] dead;
  private int deadCount;

  DampedHessian(Hessian inputs) {
    inputs.settle();
    this.inputs = inputs;
    this.diagonal = new double[inputs.width()];
    this.dead = new boolean[inputs.width()];
    for (int i = 0; i < diagonal.length; i++) {
      double value = inputs.at(i, i);
      dead[i] = value == 0;
      deadCount += dead[i] ? 1 : 0;
      diagonal[i] = dead[i] ? 1 : value;
    }
  }

  int dead() {
    return deadCount;
  }

  boolean isDead(int column) {
    return dead[column];
  }

  double diagonal(int column) {
    return diagonal[column];
  }

  double[] diagonal() {
    return diagonal.clone();
  }

  /** What a share of damping adds to the diagonal. */
  double added(double share) {
    double sum = 0;
    for (double value : diagonal) {
      sum += value;
    }
    return share * sum / diagonal.length;
  }

  /** The matrix with rows and columns in the given order: [n, n]. */
  double[] matrix(int[] order, double share) {
    int n = order.length;
    var matrix = new double[Math.multiplyExact(n, n)];
    double added = added(share);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        matrix[i * n + j] = inputs.at(order[i], order[j]);
      }
      matrix[i * n + i] = diagonal[order[i]] + added;
    }
    return matrix;
  }
}
