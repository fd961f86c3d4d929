package dev.coderev.model.quantizer;

import dev.coderev.model.kernel.Workers;
import java.util.Random;

/** Inputs of a layer as trained models have them: correlated, and some channels much stronger. */
final class CorrelatedInputs {

  private CorrelatedInputs() {}

  static Hessian hessian(int width, int tokens, long seed) {
    float[] x = rows(width, tokens, seed);
    var hessian = new Hessian(width);
    try (var workers = new Workers(2)) {
      hessian.add(x, tokens, workers);
    }
    return hessian;
  }

  /** A few hidden causes for all channels, noise of their own, sizes over two decades. */
  static float[] rows(int width, int tokens, long seed) {
    var random = new Random(seed);
    int causes = Math.max(2, width / 4);
    var mixing = new double[width * causes];
    var size = new double[width];
    for (int i = 0; i < mixing.length; i++) {
      mixing[i] = random.nextGaussian() / Math.sqrt(causes);
    }
    for (int i = 0; i < width; i++) {
      size[i] = Math.exp(random.nextGaussian());
    }
    var x = new float[tokens * width];
    var cause = new double[causes];
    for (int t = 0; t < tokens; t++) {
      for (int k = 0; k < causes; k++) {
        cause[k] = random.nextGaussian();
      }
      for (int i = 0; i < width; i++) {
        double value = 0.3 * random.nextGaussian();
        for (int k = 0; k < causes; k++) {
          value += mixing[i * causes + k] * cause[k];
        }
        x[t * width + i] = (float) (size[i] * value);
      }
    }
    return x;
  }

  static DenseWeight weight(int rows, int columns, long seed) {
    var random = new Random(seed);
    var values = new float[rows * columns];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (0.05 * random.nextGaussian());
    }
    return new DenseWeight("w", rows, columns, values);
  }
}
