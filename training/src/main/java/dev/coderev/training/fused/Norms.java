package dev.coderev.training.fused;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;

/**
 * Root-mean-square norms of rows:
 *
 * <pre>
 * y = x · i · w       i = 1 / √(mean x² + ε)
 * dx = i · w · dy − x · i³ · mean(w · dy · x)      dw = Σ dy · x · i
 * </pre>
 */
final class Norms {

  private final int width;
  private final double epsilon;
  private final float[] x;
  private final float[] y;
  private final float[] weight;
  private final float[] weightGradient;
  private final float[] gradient;

  Norms(int width, double epsilon) {
    this.width = width;
    this.epsilon = epsilon;
    x = new float[width];
    y = new float[width];
    weight = new float[width];
    weightGradient = new float[width];
    gradient = new float[width];
  }

  /** A stream and what a part of a layer adds to it. */
  record Stream(Sheet before, Sheet change) {}

  /**
   * Adds what a part of a layer gave to the stream, and norms the sum.
   *
   * @param sum is written
   * @param weights of all norms, in which this one's begin at an index
   * @param inverses i of each row, is written
   */
  void forward(
      Stream stream,
      Sheet sum,
      int rows,
      Sheet weights,
      long weightsAt,
      float[] inverses,
      Sheet normed) {
    weights.readAll(weightsAt, weight);
    for (int row = 0; row < rows; row++) {
      stream.before().read(row, 0, x, 0, width);
      stream.change().read(row, 0, y, 0, width);
      for (int j = 0; j < width; j++) {
        x[j] += y[j];
      }
      sum.write(row, 0, x, 0, width);
      norm(row, inverses, normed);
    }
  }

  /** Norms a stream as it is. */
  void forward(
      Sheet stream, int rows, Sheet weights, long weightsAt, float[] inverses, Sheet normed) {
    weights.readAll(weightsAt, weight);
    for (int row = 0; row < rows; row++) {
      stream.read(row, 0, x, 0, width);
      norm(row, inverses, normed);
    }
  }

  private void norm(int row, float[] inverses, Sheet normed) {
    float inverse = (float) (1 / Math.sqrt(sum(x, x) / width + epsilon));
    inverses[row] = inverse;
    for (int j = 0; j < width; j++) {
      y[j] = x[j] * inverse * weight[j];
    }
    normed.write(row, 0, y, 0, width);
  }

  private float sum(float[] a, float[] b) {
    int whole = width - width % Lanes.COUNT;
    FloatVector sum = FloatVector.zero(Lanes.FLOATS);
    for (int i = 0; i < whole; i += Lanes.COUNT) {
      sum =
          FloatVector.fromArray(Lanes.FLOATS, a, i)
              .fma(FloatVector.fromArray(Lanes.FLOATS, b, i), sum);
    }
    float total = Lanes.sum(sum);
    for (int i = whole; i < width; i++) {
      total += a[i] * b[i];
    }
    return total;
  }

  /**
   * Adds the gradient of a norm to that of the stream before it.
   *
   * @param stream what was normed
   * @param normedGradient of what the norm gave
   * @param weightGradients of all weights of norms, are added to
   * @param streamGradient is added to, or written when the norm is the last
   * @param narrowed a second form of {@code streamGradient}, is written
   */
  void backward(
      Sheet stream,
      int rows,
      Sheet weights,
      long weightsAt,
      float[] inverses,
      Sheet normedGradient,
      Sheet weightGradients,
      Sheet streamGradient,
      Sheet narrowed,
      boolean isLast) {
    weights.readAll(weightsAt, weight);
    Arrays.fill(weightGradient, 0);
    for (int row = 0; row < rows; row++) {
      stream.read(row, 0, x, 0, width);
      normedGradient.read(row, 0, y, 0, width);
      float inverse = inverses[row];
      for (int j = 0; j < width; j++) {
        weightGradient[j] += y[j] * x[j] * inverse;
        y[j] *= weight[j] * inverse;
      }
      float back = sum(x, y) * inverse * inverse / width;
      if (isLast) {
        Arrays.fill(gradient, 0);
      } else {
        streamGradient.read(row, 0, gradient, 0, width);
      }
      for (int j = 0; j < width; j++) {
        gradient[j] += y[j] - x[j] * back;
      }
      streamGradient.write(row, 0, gradient, 0, width);
      narrowed.write(row, 0, gradient, 0, width);
    }
    weightGradients.add(weightsAt, weightGradient, 0, width);
  }
}
