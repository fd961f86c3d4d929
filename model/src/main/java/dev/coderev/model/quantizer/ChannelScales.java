package dev.coderev.model.quantizer;

import dev.coderev.model.kernel.Workers;
import java.util.Arrays;
import java.util.List;

/**
 * The search of AWQ (arXiv 2306.00978) for a factor of each input: weights of strong inputs are
 * made larger before rounding, and what gives these inputs is made smaller by as much.
 *
 * <pre>
 * s = x̄^r / w̄^(1−r)  or  x̄^r       x̄ mean magnitude of the input, w̄ of its weights in their groups
 * least Σ δ·H·δᵀ over r = 0, 1/20 … 1,  δ = round(w·s)/s − w
 * </pre>
 *
 * @param consumers the weights that read the same inputs
 * @param channelOf the channel of each input; inputs of one channel share their factor
 */
public record ChannelScales(
    List<DenseWeight> consumers, Hessian inputs, Grid grid, List<Integer> channelOf) {

  private static final int STEPS = 20;
  private static final double SMALLEST = 1e-4;

  /** Rows of each weight that are tried, spread evenly. */
  private static final int ROWS = 128;

  public ChannelScales {
    consumers = List.copyOf(consumers);
    channelOf = List.copyOf(channelOf);
  }

  /** The best factors of the channels; ones where nothing is better than to leave the weights. */
  public float[] search(Workers workers) {
    inputs.settle();
    double[] activation = mean(inputs::magnitude);
    double[] weight = mean(magnitudes()::get);
    var best = new float[activation.length];
    Arrays.fill(best, 1);
    double least = loss(best, workers);
    for (int step = 0; step <= STEPS; step++) {
      for (boolean both : new boolean[] {true, false}) {
        float[] factors = factors(activation, weight, (double) step / STEPS, both);
        double loss = loss(factors, workers);
        if (loss < least) {
          least = loss;
          best = factors;
        }
      }
    }
    return best;
  }

  /** The factors of inputs from those of their channels. */
  public float[] ofInputs(float[] factors) {
    var all = new float[channelOf.size()];
    for (int i = 0; i < all.length; i++) {
      all[i] = factors[channelOf.get(i)];
    }
    return all;
  }

  @FunctionalInterface
  private interface OfInput {
    double at(int input);
  }

  private double[] mean(OfInput value) {
    int channels = 1 + channelOf.stream().mapToInt(it -> it).max().orElseThrow();
    var sums = new double[channels];
    var counts = new int[channels];
    for (int i = 0; i < channelOf.size(); i++) {
      sums[channelOf.get(i)] += value.at(i);
      counts[channelOf.get(i)]++;
    }
    for (int i = 0; i < channels; i++) {
      sums[i] /= counts[i];
    }
    return sums;
  }

  /** The mean of |w| over the largest of its group, for each input. */
  private List<Double> magnitudes() {
    int columns = inputs.width();
    var sums = new double[columns];
    for (DenseWeight weight : consumers) {
      int size = grid.groupIn(weight);
      for (int row = 0; row < weight.rows(); row++) {
        for (int from = 0; from < columns; from += size) {
          double most = SMALLEST * SMALLEST;
          for (int c = from; c < from + size; c++) {
            most = Math.max(most, Math.abs(weight.at(row, c)));
          }
          for (int c = from; c < from + size; c++) {
            sums[c] += Math.abs(weight.at(row, c)) / most;
          }
        }
      }
    }
    int rows = consumers.stream().mapToInt(DenseWeight::rows).sum();
    return Arrays.stream(sums).map(it -> it / rows).boxed().toList();
  }

  private static float[] factors(double[] activation, double[] weight, double r, boolean both) {
    var factors = new double[activation.length];
    double least = Double.POSITIVE_INFINITY;
    double most = 0;
    for (int i = 0; i < factors.length; i++) {
      double strong = Math.pow(activation[i], r);
      double weak = both ? Math.pow(weight[i], 1 - r) + SMALLEST : 1;
      factors[i] = Math.max(SMALLEST, strong / weak);
      if (activation[i] > 0) {
        least = Math.min(least, factors[i]);
        most = Math.max(most, factors[i]);
      }
    }
    double middle = Math.sqrt(least * most);
    var scaled = new float[factors.length];
    for (int i = 0; i < scaled.length; i++) {
      float factor = (float) (factors[i] / middle);
      boolean sound = activation[i] > 0 && Float.isFinite(factor) && factor > 0;
      scaled[i] = sound ? factor : 1; // an input that was always 0 here may not be elsewhere
    }
    return scaled;
  }

  private double loss(float[] factors, Workers workers) {
    float[] s = ofInputs(factors);
    double sum = 0;
    for (DenseWeight weight : consumers) {
      int size = grid.groupIn(weight);
      int step = Math.ceilDiv(weight.rows(), ROWS);
      var rows = new double[Math.ceilDiv(weight.rows(), step)];
      workers.run(rows.length, i -> rows[i] = row(weight, i * step, s, size));
      sum += step * Arrays.stream(rows).sum();
    }
    return sum;
  }

  private double row(DenseWeight weight, int row, float[] s, int size) {
    var w = new double[s.length];
    for (int c = 0; c < w.length; c++) {
      w[c] = (double) weight.at(row, c) * s[c];
    }
    var error = new double[w.length];
    for (int from = 0; from < w.length; from += size) {
      Grid.Step step = grid.fit(w, from, size);
      for (int c = from; c < from + size; c++) {
        error[c] = (step.value(step.code(w[c])) - w[c]) / s[c];
      }
    }
    return inputs.error(error, 0);
  }
}
