package dev.coderev.model.adapter;

/**
 * The addition to one linear layer: y += scale · B·(A·x).
 *
 * @param a [rank, in], row-major
 * @param b [out, rank], row-major
 */
public record LoraPart(int in, int out, int rank, Factor a, Factor b, double scale) {

  /** A matrix of floats. */
  public static final class Factor {
    private final float[] values;

    public Factor(float[] values) {
      this.values = values.clone();
    }

    public float[] toArray() {
      return values.clone();
    }

    float at(int index) {
      return values[index];
    }

    int size() {
      return values.length;
    }
  }

  public LoraPart {
    if (a.size() != (long) rank * in || b.size() != (long) out * rank) {
      throw new IllegalArgumentException(
          "factors of "
              + a.size()
              + " and "
              + b.size()
              + " values do not make ["
              + out
              + ", "
              + in
              + "] of rank "
              + rank);
    }
  }

  /** Adds scale · B·A at row {@code row} to weights that begin at column {@code column}. */
  void addTo(float[] weights, int at, int row, int column, int count) {
    for (int r = 0; r < rank; r++) {
      double factor = scale * b.at(row * rank + r);
      for (int i = 0; i < count; i++) {
        weights[at + i] += (float) (factor * a.at(r * in + column + i));
      }
    }
  }
}
