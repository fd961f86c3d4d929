package dev.coderev.model.transformer;

import dev.coderev.model.kernel.Kernels;

/** A low-rank addition to one linear layer (LoRA): y += scale · B·(A·x). */
public final class LowRank {

  private final int in;
  private final int out;
  private final int rank;
  private final float[] a;
  private final float[] b;
  private final float scale;

  /**
   * @param a [rank, in]
   * @param b [out, rank]
   * @param scale alpha / rank, or alpha / √rank
   */
  public LowRank(int in, int out, int rank, float[] a, float[] b, float scale) {
    if (a.length != (long) rank * in || b.length != (long) out * rank) {
      throw new IllegalArgumentException(
          "factors of " + a.length + " and " + b.length + " for [" + out + ", " + in + "]");
    }
    this.in = in;
    this.out = out;
    this.rank = rank;
    this.a = a.clone();
    this.b = b.clone();
    this.scale = scale;
  }

  boolean fits(int outs, int ins) {
    return out == outs && in == ins;
  }

  void addTo(float[] y, int yAt, float[] x, int xAt, Kernels kernels) {
    var inner = new float[rank];
    for (int i = 0; i < rank; i++) {
      inner[i] = scale * kernels.dot(a, i * in, x, xAt, in);
    }
    for (int o = 0; o < out; o++) {
      y[yAt + o] += kernels.dot(b, o * rank, inner, 0, rank);
    }
  }
}
