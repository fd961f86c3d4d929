package dev.coderev.model.quantizer;

import dev.coderev.model.kernel.Workers;
import dev.coderev.model.quantized.GroupedWeight;

/** Rounding of whole weights, group by group, once somebody says what step a group has. */
final class GroupRounding {

  /** Finds the step of a group. */
  @FunctionalInterface
  interface Steps {

    /**
     * @param row the values of a whole row
     * @param from the first column of the group
     * @param index of the row
     */
    Grid.Step fit(double[] row, int from, int index);
  }

  private GroupRounding() {}

  static GroupedWeight round(
      DenseWeight weight, int size, Workers workers, Steps steps, Grid grid) {
    int columns = weight.columns();
    int groups = columns / size;
    var codes = new byte[weight.rows() * columns];
    var scales = new float[weight.rows() * groups];
    var zeros = new byte[weight.rows() * groups];
    workers.run(
        weight.rows(),
        row -> {
          var w = new double[columns];
          for (int c = 0; c < columns; c++) {
            w[c] = weight.at(row, c);
          }
          for (int g = 0; g < groups; g++) {
            Grid.Step step = steps.fit(w, g * size, row);
            scales[row * groups + g] = step.scale();
            zeros[row * groups + g] = (byte) step.zero();
            for (int c = g * size; c < (g + 1) * size; c++) {
              codes[row * columns + c] = (byte) step.code(w[c]);
            }
          }
        });
    return new GroupedWeight(
        weight.rows(),
        columns,
        grid.bits(),
        size,
        codes,
        scales,
        zeros,
        GroupedWeight.inOrder(columns, size));
  }
}
