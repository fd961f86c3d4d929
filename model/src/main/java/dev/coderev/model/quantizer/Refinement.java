package dev.coderev.model.quantizer;

import dev.coderev.model.kernel.Workers;
import dev.coderev.model.quantized.GroupedWeight;

/**
 * Learned rounding by descent: codes and scales of a quantized weight are changed one by one as
 * long as that lowers the error of the layer's output, ½·Δ·H·Δᵀ with Δ = Ŵ − W and g = Δ·H.
 *
 * <pre>
 * a code moves by d:        change = g_i·d + ½·H_ii·d²         best d = −g_i / H_ii
 * a scale moves by t:       change = t·(g·c) + ½·t²·(c·H·c)    c the group's codes less zero
 * </pre>
 *
 * Each step is taken only when its change is negative, so the error never rises.
 */
final class Refinement {

  /** Of the mean diagonal, so that what calibration did not show is not paid for with. */
  private static final double SHARE = 0.01;

  private final Hessian inputs;
  private final DampedHessian moments;
  private final double added;
  private final int rounds;

  Refinement(Hessian inputs, DampedHessian moments, int rounds) {
    this.inputs = inputs;
    this.moments = moments;
    this.added = moments.added(SHARE);
    this.rounds = rounds;
  }

  GroupedWeight of(DenseWeight weight, GroupedWeight start, Workers workers) {
    int n = weight.columns();
    var codes = new byte[weight.rows() * n];
    var scales = new float[weight.rows() * start.groups()];
    var zeros = new byte[weight.rows() * start.groups()];
    var groupOf = new int[n];
    for (int c = 0; c < n; c++) {
      groupOf[c] = start.groupOf(c);
    }
    workers.run(
        weight.rows(),
        row -> {
          var descent = new Row(weight, start, row, groupOf);
          for (int round = 0; round < rounds && descent.codes(); round++) {
            descent.scales();
          }
          for (int c = 0; c < n; c++) {
            codes[row * n + c] = (byte) descent.code[c];
          }
          for (int g = 0; g < start.groups(); g++) {
            scales[row * start.groups() + g] = descent.scale[g];
            zeros[row * start.groups() + g] = (byte) descent.zero[g];
          }
        });
    return new GroupedWeight(
        weight.rows(), n, start.bits(), start.groupSize(), codes, scales, zeros, groupOf);
  }

  /** One row on its way down. */
  private final class Row {
    private final int n;
    private final int most;
    private final int[] groupOf;
    private final int[] code;
    private final float[] scale;
    private final int[] zero;
    private final double[] gradient;

    Row(DenseWeight weight, GroupedWeight start, int row, int[] groupOf) {
      this.n = weight.columns();
      this.most = (1 << start.bits()) - 1;
      this.groupOf = groupOf;
      this.code = new int[n];
      this.scale = new float[start.groups()];
      this.zero = new int[start.groups()];
      this.gradient = new double[n];
      for (int g = 0; g < scale.length; g++) {
        scale[g] = start.scale(row, g);
        zero[g] = start.zero(row, g);
      }
      for (int c = 0; c < n; c++) {
        code[c] = start.code(row, c);
        double target = moments.isDead(c) ? 0 : weight.at(row, c);
        move(c, (double) scale[groupOf[c]] * (code[c] - zero[groupOf[c]]) - target, gradient);
      }
    }

    /** Adds the effect of a change of one weight to a gradient. */
    private void move(int column, double change, double[] into) {
      if (change == 0) {
        return;
      }
      inputs.addRow(column, change, into, 0);
      into[column] += change * (curvature(column) - inputs.at(column, column));
    }

    private double curvature(int column) {
      return moments.diagonal(column) + added;
    }

    /** One pass over the codes; whether any changed. */
    boolean codes() {
      boolean changed = false;
      for (int c = 0; c < n; c++) {
        double step = scale[groupOf[c]];
        double wanted = -gradient[c] / curvature(c) / step;
        int next = Math.clamp(code[c] + Math.round(wanted), 0, most);
        double d = (next - code[c]) * step;
        if (d != 0 && gradient[c] * d + 0.5 * curvature(c) * d * d < 0) {
          move(c, d, gradient);
          code[c] = next;
          changed = true;
        }
      }
      return changed;
    }

    /** The best scale of each group for its codes. */
    void scales() {
      for (int g = 0; g < scale.length; g++) {
        var effect = new double[n]; // H·c
        double slope = 0;
        for (int c = 0; c < n; c++) {
          if (groupOf[c] == g) {
            slope += gradient[c] * (code[c] - zero[g]);
            move(c, code[c] - zero[g], effect);
          }
        }
        double curve = 0;
        for (int c = 0; c < n; c++) {
          if (groupOf[c] == g) {
            curve += effect[c] * (code[c] - zero[g]);
          }
        }
        if (!(curve > 0)) {
          continue;
        }
        double wanted = scale[g] - slope / curve;
        if (!(wanted > 0)) {
          continue;
        }
        float next = Grid.half(wanted);
        double t = (double) next - scale[g];
        if (t * slope + 0.5 * t * t * curve < 0) {
          scale[g] = next;
          for (int c = 0; c < n; c++) {
            gradient[c] += t * effect[c];
          }
        }
      }
    }
  }
}
