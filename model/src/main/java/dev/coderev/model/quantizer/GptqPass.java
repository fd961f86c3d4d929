package dev.coderev.model.quantizer;

import dev.coderev.model.kernel.Workers;
import dev.coderev.model.quantized.GroupedWeight;

/**
 * The walk of GPTQ over the columns of a weight. Rows are independent; some are taken together so
 * that a row of the factor serves them all, and columns to the right wait for whole blocks.
 */
final class GptqPass {

  private static final int BLOCK = 128;
  private static final int TASK_ROWS = 16;

  private final Grid grid;
  private final int size;
  private final boolean chained;
  private final boolean fixed;
  private final int[] order;
  private final double[] factor;
  private final int n;

  /**
   * @param order the columns in the order of work
   * @param factor U with H⁻¹ = UᵀU, in that order
   */
  GptqPass(Grid grid, int size, ColumnOrder kind, int[] order, double[] factor) {
    this.grid = grid;
    this.size = size;
    this.chained = kind == ColumnOrder.BY_ACTIVATION;
    this.fixed = kind == ColumnOrder.STATIC_GROUPS;
    this.order = order;
    this.factor = factor;
    this.n = order.length;
  }

  GroupedWeight run(DenseWeight weight, DampedHessian moments, Workers workers) {
    int groups = n / size;
    var codes = new byte[weight.rows() * n];
    var scales = new float[weight.rows() * groups];
    var zeros = new byte[weight.rows() * groups];
    workers.run(
        Math.ceilDiv(weight.rows(), TASK_ROWS),
        task -> {
          int from = task * TASK_ROWS;
          int count = Math.min(TASK_ROWS, weight.rows() - from);
          new Rows(weight, moments, from, count).quantize(codes, scales, zeros);
        });
    var groupOf = new int[n];
    for (int i = 0; i < n; i++) {
      groupOf[order[i]] = group(i);
    }
    return new GroupedWeight(weight.rows(), n, grid.bits(), size, codes, scales, zeros, groupOf);
  }

  /** The group of the column that is the i-th to be rounded. */
  private int group(int i) {
    return chained ? i / size : order[i] / size;
  }

  /** A block ends where a group begins, so that a group's step sees all corrections. */
  private int blockEnd(int start) {
    int wanted = size < BLOCK ? start + BLOCK / size * size : start + BLOCK;
    return Math.min(n, size < BLOCK ? wanted : Math.min(wanted, (start / size + 1) * size));
  }

  /** Some rows of the weight on their way. */
  private final class Rows {
    private final int first;
    private final int count;
    private final double[] w; // [count, n] in the order of work
    private final double[] errors; // [count, BLOCK]
    private final Grid.Step[][] steps; // [count][groups]

    Rows(DenseWeight weight, DampedHessian moments, int first, int count) {
      this.first = first;
      this.count = count;
      this.w = new double[count * n];
      this.errors = new double[count * BLOCK];
      this.steps = new Grid.Step[count][n / size];
      for (int r = 0; r < count; r++) {
        for (int i = 0; i < n; i++) {
          w[r * n + i] = moments.isDead(order[i]) ? 0 : weight.at(first + r, order[i]);
        }
        if (fixed) {
          fix(r);
        }
      }
    }

    /** Steps of the groups as they were before any correction. */
    private void fix(int r) {
      var stored = new double[n];
      for (int i = 0; i < n; i++) {
        stored[order[i]] = w[r * n + i];
      }
      for (int g = 0; g < n / size; g++) {
        steps[r][g] = grid.fit(stored, g * size, size);
      }
    }

    void quantize(byte[] codes, float[] scales, byte[] zeros) {
      for (int start = 0; start < n; start = blockEnd(start)) {
        int end = blockEnd(start);
        for (int i = start; i < end; i++) {
          column(i, start, end, codes);
        }
        for (int r = 0; r < count; r++) {
          for (int i = start; i < end; i++) {
            correct(r, i, errors[r * BLOCK + i - start], end, n);
          }
        }
      }
      for (int r = 0; r < count; r++) {
        for (int g = 0; g < n / size; g++) {
          scales[(first + r) * (n / size) + g] = steps[r][g].scale();
          zeros[(first + r) * (n / size) + g] = (byte) steps[r][g].zero();
        }
      }
    }

    private void column(int i, int start, int end, byte[] codes) {
      int group = group(i);
      for (int r = 0; r < count; r++) {
        if (!fixed && i % size == 0) {
          steps[r][group] = grid.fit(w, r * n + i, size);
        }
        Grid.Step step = steps[r][group];
        double value = w[r * n + i];
        int code = step.code(value);
        codes[(first + r) * n + order[i]] = (byte) code;
        double error = (value - step.value(code)) / factor[i * n + i];
        errors[r * BLOCK + i - start] = error;
        correct(r, i, error, i + 1, end);
      }
    }

    /** {@code w_j −= e · U_ij} for the columns from {@code from} to {@code to}. */
    private void correct(int r, int i, double error, int from, int to) {
      if (error == 0) {
        return;
      }
      int row = r * n;
      int u = i * n;
      for (int j = from; j < to; j++) {
        w[row + j] -= error * factor[u + j];
      }
    }
  }
}
