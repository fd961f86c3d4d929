package dev.coderev.training.fused;

import jdk.incubator.vector.FloatVector;

/**
 * The gated middle of a feed-forward part:
 *
 * <pre>
 * h = g · σ(g) · u      dg = dh · u · σ(g) · (1 + g · (1 − σ(g)))      du = dh · g · σ(g)
 * </pre>
 */
final class Gates {

  private final int inner;
  private final int padded;
  private final float[] gate;
  private final float[] up;
  private final float[] gradient;

  Gates(int inner) {
    this.inner = inner;
    padded = Lanes.padded(inner, Lanes.COUNT);
    gate = new float[padded];
    up = new float[padded];
    gradient = new float[padded];
  }

  private static FloatVector sigmoid(FloatVector x) {
    return x.broadcast(1).div(Exponential.of(x.neg()).add(1));
  }

  /**
   * The products of rows.
   *
   * @param joined gates and ups side by side
   */
  void forward(Sheet joined, int rows, Sheet products) {
    for (int row = 0; row < rows; row++) {
      joined.read(row, 0, gate, 0, inner);
      joined.read(row, inner, up, 0, inner);
      for (int i = 0; i < padded; i += Lanes.COUNT) {
        FloatVector g = FloatVector.fromArray(Lanes.FLOATS, gate, i);
        g.mul(sigmoid(g)).mul(FloatVector.fromArray(Lanes.FLOATS, up, i)).intoArray(gradient, i);
      }
      products.write(row, 0, gradient, 0, inner);
    }
  }

  /** Replaces gates and ups by their gradients. */
  void backward(Sheet joined, int rows, Sheet productGradient) {
    for (int row = 0; row < rows; row++) {
      joined.read(row, 0, gate, 0, inner);
      joined.read(row, inner, up, 0, inner);
      productGradient.read(row, 0, gradient, 0, inner);
      for (int i = 0; i < padded; i += Lanes.COUNT) {
        FloatVector g = FloatVector.fromArray(Lanes.FLOATS, gate, i);
        FloatVector u = FloatVector.fromArray(Lanes.FLOATS, up, i);
        FloatVector d = FloatVector.fromArray(Lanes.FLOATS, gradient, i);
        FloatVector share = sigmoid(g);
        FloatVector silu = g.mul(share);
        d.mul(u).mul(share.add(silu.mul(share.neg().add(1)))).intoArray(gate, i);
        d.mul(silu).intoArray(up, i);
      }
      joined.write(row, 0, gate, 0, inner);
      joined.write(row, inner, up, 0, inner);
    }
  }
}
