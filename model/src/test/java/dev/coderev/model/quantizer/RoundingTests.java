package dev.coderev.model.quantizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.coderev.model.kernel.Workers;
import dev.coderev.model.quantized.GroupedWeight;
import dev.coderev.model.quantized.RowScaledWeight;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoundingTests {

  private static final Workers WORKERS = new Workers(2);

  @AfterAll
  static void close() {
    WORKERS.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 8})
  void eachWeightIsWithinHalfAStep(int bits) {
    DenseWeight weight = CorrelatedInputs.weight(9, 96, bits);
    for (boolean symmetric : new boolean[] {true, false}) {
      var quantized =
          (GroupedWeight)
              new NearestQuantizer(new Grid(bits, 32, symmetric, false))
                  .quantize(weight, Hessian.identity(96), WORKERS)
                  .weight();
      assertThat(quantized.isSymmetric()).isEqualTo(symmetric);
      float[] back = quantized.toFloats();
      for (int i = 0; i < back.length; i++) {
        float scale = quantized.scale(i / 96, i % 96 / 32);
        double cut = symmetric ? 0.5 : 0.0; // +max lies half a step beyond the last code
        assertThat((double) back[i])
            .isCloseTo(weight.at(i / 96, i % 96), within((0.51 + cut) * scale));
      }
    }
  }

  @Test
  void asymmetricGroupsUseAllCodesOfAOneSidedRange() {
    var values = new float[32];
    for (int i = 0; i < 32; i++) {
      values[i] = i;
    }
    var quantized =
        (GroupedWeight)
            new NearestQuantizer(new Grid(8, 32, false, false))
                .quantize(new DenseWeight("w", 1, 32, values), Hessian.identity(32), WORKERS)
                .weight();
    assertThat(quantized.zero(0, 0)).isZero();
    assertThat(quantized.code(0, 31)).isEqualTo(255);
  }

  @Test
  void aSearchedRangeLosesLessWhenOneWeightStandsOut() {
    DenseWeight weight = CorrelatedInputs.weight(1, 128, 3);
    float[] values = weight.values().clone();
    values[7] = 0.5f;
    var outlier = new DenseWeight("w", 1, 128, values);
    Hessian inputs = Hessian.identity(128);
    double whole = loss(outlier, new NearestQuantizer(new Grid(3, 128, true, false)), inputs);
    double searched = loss(outlier, new NearestQuantizer(new Grid(3, 128, true, true)), inputs);
    double clipped = loss(outlier, new ClippedQuantizer(new Grid(3, 128, true, false)), inputs);
    assertThat(searched).isLessThan(whole);
    assertThat(clipped).isLessThan(whole);
  }

  private static double loss(DenseWeight weight, Quantizer quantizer, Hessian inputs) {
    return inputs.error(
        weight, quantizer.quantize(weight, inputs, WORKERS).weight().toFloats(), WORKERS);
  }

  @Test
  void zeroGroupsStayZero() {
    for (boolean symmetric : new boolean[] {true, false}) {
      assertThat(
              new NearestQuantizer(new Grid(4, 32, symmetric, true))
                  .quantize(
                      new DenseWeight("w", 2, 32, new float[64]), Hessian.identity(32), WORKERS)
                  .weight()
                  .toFloats())
          .containsOnly(0f);
    }
  }

  @Test
  void eightBitsHaveTheLargestOfARowAsTheirScale() {
    DenseWeight weight = CorrelatedInputs.weight(4, 50, 3);
    var quantized =
        (RowScaledWeight)
            new RowQuantizer().quantize(weight, Hessian.identity(50), WORKERS).weight();
    float[] back = quantized.toFloats();
    for (int row = 0; row < 4; row++) {
      float most = 0;
      for (int c = 0; c < 50; c++) {
        most = Math.max(most, Math.abs(weight.at(row, c)));
        assertThat((double) back[row * 50 + c])
            .isCloseTo(weight.at(row, c), within(0.5001 * quantized.absmax(row) / 127));
      }
      assertThat(quantized.absmax(row)).isEqualTo(most);
    }
    assertThat(quantized.format()).isEqualTo("int8/row");
    assertThat(quantized.bitsPerWeight()).isCloseTo(8.64, within(0.001));
  }
}
