package dev.coderev.model.quantizer;

import dev.coderev.model.kernel.Gram;
import dev.coderev.model.kernel.Workers;

/**
 * The second moments of what a linear layer was given, H = 2/T · Σ x·xᵀ over T tokens: half the
 * second derivative of the squared error of its output.
 */
public final class Hessian {

  private final int width;
  private final float[] sums; // [width, width]: upper triangle, and the lower after settle
  private final double[] magnitudes;
  private long tokens;
  private boolean settled;

  public Hessian(int width) {
    this.width = width;
    this.sums = new float[Math.multiplyExact(width, width)];
    this.magnitudes = new double[width];
  }

  /** Inputs without correlation, all of one size. */
  public static Hessian identity(int width) {
    var identity = new Hessian(width);
    for (int i = 0; i < width; i++) {
      identity.sums[i * width + i] = 0.5f;
    }
    identity.tokens = 1;
    return identity;
  }

  /** The moments of the same inputs after each was divided by its factor. */
  public Hessian dividedBy(float[] factors) {
    var divided = new Hessian(width);
    for (int i = 0; i < width; i++) {
      for (int j = i; j < width; j++) {
        divided.sums[i * width + j] = sums[i * width + j] / (factors[i] * factors[j]);
      }
      divided.magnitudes[i] = magnitudes[i] / factors[i];
    }
    divided.tokens = tokens;
    return divided;
  }

  /** Adds rows of inputs: [rows, width]. */
  public void add(float[] x, int rows, Workers workers) {
    if (settled) {
      throw new IllegalStateException("inputs after the moments were used");
    }
    Gram.add(x, rows, width, sums, workers);
    for (int row = 0; row < rows; row++) {
      for (int i = 0; i < width; i++) {
        magnitudes[i] += Math.abs(x[row * width + i]);
      }
    }
    tokens += rows;
  }

  public int width() {
    return width;
  }

  public long tokens() {
    return tokens;
  }

  /** Mirrors the upper triangle, which rows need; nothing may be added afterwards. */
  void settle() {
    if (settled) {
      return;
    }
    settled = true;
    for (int i = 0; i < width; i++) {
      for (int j = 0; j < i; j++) {
        sums[i * width + j] = sums[j * width + i];
      }
    }
  }

  double at(int i, int j) {
    return 2.0 * sums[Math.min(i, j) * width + Math.max(i, j)] / tokens;
  }

  /** The mean magnitude of an input. */
  double magnitude(int i) {
    return magnitudes[i] / tokens;
  }

  double meanDiagonal() {
    double sum = 0;
    for (int i = 0; i < width; i++) {
      sum += at(i, i);
    }
    return sum / width;
  }

  /**
   * Adds {@code factor · H[row]} to {@code into} from {@code at} on; {@link #settle} comes first.
   */
  void addRow(int row, double factor, double[] into, int at) {
    double scaled = 2 * factor / tokens;
    int start = row * width;
    for (int j = 0; j < width; j++) {
      into[at + j] += scaled * sums[start + j];
    }
  }

  /** δ·H·δᵀ for an error of the columns from {@code from} on. */
  double error(double[] delta, int from) {
    double sum = 0;
    for (int i = 0; i < delta.length; i++) {
      if (delta[i] == 0) {
        continue;
      }
      int row = (from + i) * width + from;
      double cross = 0;
      for (int j = i + 1; j < delta.length; j++) {
        cross += delta[j] * sums[row + j];
      }
      sum += delta[i] * (delta[i] * sums[row + i] + 2 * cross);
    }
    return 2 * sum / tokens;
  }

  /** tr(Δ·H·Δᵀ): the squared error of the layer's output for an error Δ of its weight. */
  public double error(DenseWeight weight, float[] quantized, Workers workers) {
    int columns = weight.columns();
    var rows = new double[weight.rows()];
    workers.run(
        weight.rows(),
        row -> {
          var delta = new double[columns];
          for (int c = 0; c < columns; c++) {
            delta[c] = (double) weight.at(row, c) - quantized[row * columns + c];
          }
          rows[row] = error(delta, 0);
        });
    double sum = 0;
    for (double row : rows) {
      sum += row;
    }
    return sum;
  }
}
