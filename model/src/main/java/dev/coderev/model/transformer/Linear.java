package dev.coderev.model.transformer;

import dev.coderev.model.kernel.Matrix;

/**
 * A linear layer: y = W·x + b.
 *
 * @param name its module path, for example {@code model.layers.0.self_attn.q_proj}; adapters use it
 */
record Linear(String name, Matrix weight, Bias bias) {

  /** What a linear layer adds. */
  static final class Bias {

    static final Bias NONE = new Bias(new float[0]);

    private final float[] values;

    /**
     * @param values one for each row, or none
     */
    Bias(float[] values) {
      this.values = values;
    }

    void addTo(float[] y, int at) {
      for (int i = 0; i < values.length; i++) {
        y[at + i] += values[i];
      }
    }
  }
}
