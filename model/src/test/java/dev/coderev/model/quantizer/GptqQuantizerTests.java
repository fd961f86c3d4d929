package dev.coderev.model.quantizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coderev.model.ModelException;
import dev.coderev.model.kernel.Workers;
import dev.coderev.model.quantized.GroupedWeight;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class GptqQuantizerTests {

  private static final Workers WORKERS = new Workers(2);
  private static final Damping DAMPING = Damping.DEFAULT;

  @AfterAll
  static void close() {
    WORKERS.close();
  }

  private static Quantizer.Result gptq(
      DenseWeight weight, Hessian inputs, Grid grid, ColumnOrder order, int refinements) {
    return new GptqQuantizer(grid, order, DAMPING, refinements).quantize(weight, inputs, WORKERS);
  }

  private static double error(DenseWeight weight, Hessian inputs, Quantizer quantizer) {
    float[] back = quantizer.quantize(weight, inputs, WORKERS).weight().toFloats();
    return inputs.error(weight, back, WORKERS);
  }

  @ParameterizedTest
  @CsvSource({"4, 32, true", "4, 64, false", "3, 32, true", "2, -1, false", "8, 32, true"})
  void givesTheCodesOfOptimalBrainQuantization(int bits, int groupSize, boolean symmetric) {
    int n = 192;
    var grid = new Grid(bits, groupSize, symmetric, false);
    Hessian inputs = CorrelatedInputs.hessian(n, 700, bits);
    DenseWeight weight = CorrelatedInputs.weight(6, n, 9);
    var hessian = new double[n][n];
    double added = DAMPING.share() * inputs.meanDiagonal();
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        hessian[i][j] = inputs.at(i, j) + (i == j ? added : 0);
      }
    }
    var quantized = (GroupedWeight) gptq(weight, inputs, grid, ColumnOrder.AS_STORED, 0).weight();
    for (int row = 0; row < weight.rows(); row++) {
      var values = new double[n];
      for (int c = 0; c < n; c++) {
        values[c] = weight.at(row, c);
      }
      int[] expected = BrainSurgeon.codes(values, hessian, grid, groupSize == -1 ? n : groupSize);
      int[] actual = new int[n];
      for (int c = 0; c < n; c++) {
        actual[c] = quantized.code(row, c);
      }
      assertThat(actual).containsExactly(expected);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2, 64, AS_STORED", "2, 64, BY_ACTIVATION", "3, 32, WITHIN_GROUPS", "4, 128, AS_STORED",
    "4, 128, WITHIN_GROUPS", "4, 32, STATIC_GROUPS", "4, -1, BY_ACTIVATION", "8, 64, AS_STORED"
  })
  void losesLessThanRoundingOnCorrelatedInputs(int bits, int groupSize, ColumnOrder order) {
    Hessian inputs = CorrelatedInputs.hessian(256, 1000, 3);
    DenseWeight weight = CorrelatedInputs.weight(48, 256, 4);
    for (boolean symmetric : new boolean[] {true, false}) {
      var grid = new Grid(bits, groupSize, symmetric, false);
      double rounded = error(weight, inputs, new NearestQuantizer(grid));
      double plain = error(weight, inputs, new GptqQuantizer(grid, order, DAMPING, 0));
      double refined = error(weight, inputs, new GptqQuantizer(grid, order, DAMPING, 4));
      assertThat(plain).isLessThan(0.8 * rounded);
      assertThat(refined).isLessThan(plain);
    }
  }

  @Test
  void losesLessOnInputsThatItHasNotSeen() {
    Hessian seen = CorrelatedInputs.hessian(256, 1024, 3);
    var weight = CorrelatedInputs.weight(32, 256, 4);
    float[] rows = CorrelatedInputs.rows(256, 2048, 3);
    var fresh = new Hessian(256);
    fresh.add(Arrays.copyOfRange(rows, 1024 * 256, rows.length), 1024, WORKERS);
    var grid = new Grid(4, 64, true, false);
    float[] rounded =
        new NearestQuantizer(grid).quantize(weight, seen, WORKERS).weight().toFloats();
    float[] quantized = gptq(weight, seen, grid, ColumnOrder.WITHIN_GROUPS, 4).weight().toFloats();
    assertThat(fresh.error(weight, quantized, WORKERS))
        .isLessThan(0.7 * fresh.error(weight, rounded, WORKERS));
  }

  @Test
  void isRoundingWhenInputsAreNotCorrelated() {
    var inputs = new Hessian(64);
    var x = new float[64 * 64];
    for (int i = 0; i < 64; i++) {
      x[i * 64 + i] = 1 + i;
    }
    inputs.add(x, 64, WORKERS);
    DenseWeight weight = CorrelatedInputs.weight(7, 64, 1);
    var grid = new Grid(4, 32, false, false);
    float[] rounded =
        new NearestQuantizer(grid).quantize(weight, inputs, WORKERS).weight().toFloats();
    for (ColumnOrder order :
        new ColumnOrder[] {
          ColumnOrder.AS_STORED, ColumnOrder.WITHIN_GROUPS, ColumnOrder.STATIC_GROUPS
        }) {
      assertThat(gptq(weight, inputs, grid, order, 0).weight().toFloats()).containsExactly(rounded);
    }
  }

  @Test
  void orderByActivationDoesNotDependOnTheOrderOfColumns() {
    int n = 128;
    float[] x = CorrelatedInputs.rows(n, 600, 7);
    DenseWeight weight = CorrelatedInputs.weight(5, n, 8);
    int[] places = IntStream.range(0, n).map(i -> (i * 37 + 11) % n).toArray();
    var moved = new float[x.length];
    var movedWeight = new float[5 * n];
    for (int c = 0; c < n; c++) {
      for (int t = 0; t < 600; t++) {
        moved[t * n + places[c]] = x[t * n + c];
      }
      for (int row = 0; row < 5; row++) {
        movedWeight[row * n + places[c]] = weight.at(row, c);
      }
    }
    var one = new Hessian(n);
    one.add(x, 600, WORKERS);
    var other = new Hessian(n);
    other.add(moved, 600, WORKERS);
    var grid = new Grid(4, 32, true, false);
    float[] here = gptq(weight, one, grid, ColumnOrder.BY_ACTIVATION, 0).weight().toFloats();
    float[] there =
        gptq(new DenseWeight("w", 5, n, movedWeight), other, grid, ColumnOrder.BY_ACTIVATION, 0)
            .weight()
            .toFloats();
    for (int row = 0; row < 5; row++) {
      for (int c = 0; c < n; c++) {
        assertThat(there[row * n + places[c]]).isEqualTo(here[row * n + c]);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void onlyOrderByActivationNamesTheGroupOfEachColumn(ColumnOrder order) {
    Hessian inputs = CorrelatedInputs.hessian(128, 500, 3);
    var quantized =
        (GroupedWeight)
            gptq(CorrelatedInputs.weight(4, 128, 4), inputs, new Grid(4, 32, true, false), order, 0)
                .weight();
    assertThat(quantized.isInOrder()).isEqualTo(order != ColumnOrder.BY_ACTIVATION);
    for (int group = 0; group < 4; group++) {
      int wanted = group;
      assertThat(IntStream.range(0, 128).filter(c -> quantized.groupOf(c) == wanted)).hasSize(32);
    }
  }

  @Test
  void deadInputsBecomeZeroAndAreNamed() {
    float[] x = CorrelatedInputs.rows(64, 300, 2);
    for (int t = 0; t < 300; t++) {
      x[t * 64 + 5] = 0;
      x[t * 64 + 40] = 0;
    }
    var inputs = new Hessian(64);
    inputs.add(x, 300, WORKERS);
    Quantizer.Result result =
        gptq(
            CorrelatedInputs.weight(3, 64, 4),
            inputs,
            new Grid(4, 32, true, false),
            ColumnOrder.WITHIN_GROUPS,
            2);
    assertThat(result.notes()).singleElement().asString().contains("2 inputs are always 0");
    float[] back = result.weight().toFloats();
    assertThat(IntStream.range(0, back.length).filter(i -> back[i] == 0)).hasSizeLessThan(60);
    for (int row = 0; row < 3; row++) {
      assertThat(back[row * 64 + 5]).isZero();
      assertThat(back[row * 64 + 40]).isZero();
    }
  }

  @Test
  void oneRepeatedTokenIsDampedAndStillWorks() {
    float[] one = CorrelatedInputs.rows(64, 1, 2);
    var inputs = new Hessian(64);
    for (int i = 0; i < 40; i++) {
      inputs.add(one, 1, WORKERS);
    }
    DenseWeight weight = CorrelatedInputs.weight(3, 64, 4);
    var grid = new Grid(4, 32, true, false);
    Quantizer.Result result = gptq(weight, inputs, grid, ColumnOrder.AS_STORED, 0);
    assertThat(result.weight().toFloats()).doesNotContain(Float.NaN);
    assertThat(inputs.error(weight, result.weight().toFloats(), WORKERS))
        .isLessThan(error(weight, inputs, new NearestQuantizer(grid)));
  }

  @Test
  void inputsThatCannotBeFactoredFallBackToRoundingWithANote() {
    var inputs = new Hessian(32);
    var x = new float[32];
    Arrays.fill(x, Float.POSITIVE_INFINITY);
    inputs.add(x, 1, WORKERS);
    DenseWeight weight = CorrelatedInputs.weight(3, 32, 4);
    var grid = new Grid(4, 32, true, false);
    Quantizer.Result result = gptq(weight, inputs, grid, ColumnOrder.AS_STORED, 0);
    assertThat(result.notes()).anyMatch(it -> it.contains("rounded to nearest"));
    assertThat(result.weight().toFloats())
        .containsExactly(
            new NearestQuantizer(grid).quantize(weight, inputs, WORKERS).weight().toFloats());
  }

  @Test
  void groupsMustFillRows() {
    Hessian inputs = CorrelatedInputs.hessian(96, 200, 1);
    DenseWeight weight = CorrelatedInputs.weight(2, 96, 1);
    assertThatThrownBy(
            () -> gptq(weight, inputs, new Grid(4, 64, true, false), ColumnOrder.AS_STORED, 0))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("groups of 64 do not fill rows of 96");
    assertThatThrownBy(() -> new Grid(5, 64, true, false)).hasMessageContaining("not 5");
    assertThatThrownBy(() -> new Grid(4, 40, true, false)).hasMessageContaining("not 40");
  }
}
