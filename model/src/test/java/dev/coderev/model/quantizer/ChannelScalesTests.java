package dev.coderev.model.quantizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.coderev.model.kernel.Workers;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChannelScalesTests {

  private static final int WIDTH = 64;
  private static final Grid GRID = new Grid(3, 32, false, false);

  private final DenseWeight weight = CorrelatedInputs.weight(24, WIDTH, 3);

  /** Inputs of which a few are much stronger than the others. */
  private static Hessian inputs(Workers workers) {
    float[] x = CorrelatedInputs.rows(WIDTH, 400, 8);
    for (int i = 0; i < x.length; i++) {
      x[i] *= i % WIDTH % 13 == 0 ? 20 : 1;
    }
    var inputs = new Hessian(WIDTH);
    inputs.add(x, 400, workers);
    return inputs;
  }

  private static double error(
      DenseWeight weight, float[] factors, Hessian inputs, Workers workers) {
    var quantizer = new NearestQuantizer(GRID);
    float[] back = quantizer.round(weight.withColumnsTimes(factors), workers).toFloats();
    for (int i = 0; i < back.length; i++) {
      back[i] /= factors[i % WIDTH];
    }
    return inputs.error(weight, back, workers);
  }

  @Test
  void scaledWeightsLoseLessOfTheOutputThanPlainOnes() {
    try (var workers = new Workers(1)) {
      Hessian inputs = inputs(workers);
      List<Integer> alone = IntStream.range(0, WIDTH).boxed().toList();
      var scales = new ChannelScales(List.of(weight), inputs, GRID, alone);
      float[] factors = scales.search(workers);
      var ones = new float[WIDTH];
      Arrays.fill(ones, 1);
      assertThat(factors[13]).isGreaterThan(factors[14]);
      assertThat(error(weight, factors, inputs, workers))
          .isLessThan(0.8 * error(weight, ones, inputs, workers));
    }
  }

  @Test
  void inputsThatWereAlwaysZeroKeepTheirWeights() {
    try (var workers = new Workers(1)) {
      float[] x = CorrelatedInputs.rows(WIDTH, 400, 8);
      for (int i = 0; i < x.length; i++) {
        x[i] *= i % WIDTH == 9 ? 0 : i % WIDTH % 13 == 0 ? 20 : 1;
      }
      var inputs = new Hessian(WIDTH);
      inputs.add(x, 400, workers);
      List<Integer> alone = IntStream.range(0, WIDTH).boxed().toList();
      float[] factors = new ChannelScales(List.of(weight), inputs, GRID, alone).search(workers);
      assertThat(factors[9]).isOne();
      assertThat(factors[13]).isNotEqualTo(1);
    }
  }

  @Test
  void inputsOfOneChannelShareTheirFactor() {
    try (var workers = new Workers(1)) {
      Hessian inputs = inputs(workers);
      List<Integer> pairs = IntStream.range(0, WIDTH).map(i -> i / 2).boxed().toList();
      var scales = new ChannelScales(List.of(weight), inputs, GRID, pairs);
      float[] factors = scales.search(workers);
      assertThat(factors).hasSize(WIDTH / 2);
      float[] all = scales.ofInputs(factors);
      assertThat(all).hasSize(WIDTH);
      assertThat(all[14]).isEqualTo(all[15]).isEqualTo(factors[7]);
    }
  }

  @Test
  void dividedInputsHaveTheMomentsOfDividedRows() {
    try (var workers = new Workers(1)) {
      float[] x = CorrelatedInputs.rows(WIDTH, 50, 8);
      var plain = new Hessian(WIDTH);
      plain.add(x, 50, workers);
      var factors = new float[WIDTH];
      for (int i = 0; i < WIDTH; i++) {
        factors[i] = 0.5f + i % 7;
      }
      for (int i = 0; i < x.length; i++) {
        x[i] /= factors[i % WIDTH];
      }
      var expected = new Hessian(WIDTH);
      expected.add(x, 50, workers);
      Hessian divided = plain.dividedBy(factors);
      for (int i = 0; i < WIDTH; i++) {
        assertThat((float) divided.magnitude(i))
            .isCloseTo((float) expected.magnitude(i), withinPercentage(0.01));
        for (int j = 0; j < WIDTH; j++) {
          double size = Math.sqrt(expected.at(i, i) * expected.at(j, j));
          assertThat(divided.at(i, j)).isCloseTo(expected.at(i, j), within(1e-5 * size));
        }
      }
    }
  }
}
