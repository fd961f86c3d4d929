package dev.coderev.model.quantizer;

import dev.coderev.model.kernel.Workers;

/**
 * Rounds to nearest after each group's range was shrunk to where the error of the layer's output is
 * least: the clipping of AWQ (arXiv 2306.00978).
 *
 * <p>The error of a group is Δ·H·Δᵀ over the group's own columns; ranges from 1 to 0.5 in steps of
 * 1/20 are tried.
 */
public record ClippedQuantizer(Grid grid) implements Quantizer {

  private static final int TRIALS = 11;
  private static final double STEP = 1 / 20.0;

  @Override
  public Result quantize(DenseWeight weight, Hessian inputs, Workers workers) {
    int size = grid.groupIn(weight);
    return Result.of(
        GroupRounding.round(
            weight, size, workers, (w, from, row) -> best(w, from, size, inputs), grid));
  }

  private Grid.Step best(double[] w, int from, int size, Hessian inputs) {
    double min = 0;
    double max = 0;
    for (int i = from; i < from + size; i++) {
      min = Math.min(min, w[i]);
      max = Math.max(max, w[i]);
    }
    Grid.Step best = grid.step(min, max, 1);
    double least = Double.POSITIVE_INFINITY;
    var error = new double[size];
    for (int trial = 0; trial < TRIALS; trial++) {
      Grid.Step step = grid.step(min, max, 1 - trial * STEP);
      for (int i = 0; i < size; i++) {
        error[i] = w[from + i] - step.value(step.code(w[from + i]));
      }
      double loss = inputs.error(error, from);
      if (loss < least) {
        least = loss;
        best = step;
      }
    }
    return best;
  }

  @Override
  public boolean calibrated() {
    return true;
  }
}
