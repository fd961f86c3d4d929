package dev.coderev.model.quantizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.coderev.model.ModelException;
import dev.coderev.model.kernel.Workers;
import dev.coderev.model.quantized.BlockScales;
import dev.coderev.model.quantized.Codebook;
import dev.coderev.model.quantized.CodebookWeight;
import dev.coderev.model.quantized.DynamicMap;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CodebookQuantizerTests {

  private static final float[] KNOWN = {
    -2f, -1.2f, -.7f, -.3f, -.05f, 0f, .05f, .1f, .3f, .5f, .9f, 1.1f, 1.3f, 1.5f, 1.9f, 2f
  };

  private static CodebookWeight quantize(
      Codebook book, int block, boolean doubled, int rows, int columns, float... values) {
    try (var workers = new Workers(2)) {
      var weight = new DenseWeight("w", rows, columns, values);
      return (CodebookWeight)
          new CodebookQuantizer(book, block, doubled)
              .quantize(weight, Hessian.identity(1), workers)
              .weight();
    }
  }

  @ParameterizedTest
  @CsvSource({"NF4, 02357778 9acdeeff", "FP4, bace9011 67552233"})
  void givesTheKnownBytes(Codebook book, String hex) {
    CodebookWeight weight = quantize(book, 64, false, 1, 16, KNOWN);
    assertThat(HexFormat.of().formatHex(weight.packed())).isEqualTo(hex.replace(" ", ""));
    assertThat(weight.scales().at(0)).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource
  void takesTheNearestNumberOfTheBook(Codebook book) {
    for (float x = -1; x <= 1; x += 0.0007f) {
      float chosen = book.value(book.code(x));
      for (float other : book.table()) {
        assertThat(Math.abs(chosen - x)).isLessThanOrEqualTo(Math.abs(other - x) + 1e-6f);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "NF4, 32, .067746",
    "NF4, 64, .072798",
    "NF4, 128, .076831",
    "NF4, 256, .080337",
    "NF4, 512, .083547",
    "NF4, 1024, .086610",
    "NF4, 2048, .089592",
    "NF4, 4096, .092547",
    "FP4, 32, .088925",
    "FP4, 64, .096543",
    "FP4, 128, .102969",
    "FP4, 256, .108684",
    "FP4, 512, .114115",
    "FP4, 1024, .119333",
    "FP4, 2048, .124556",
    "FP4, 4096, .129536"
  })
  void losesOnNormalWeightsWhatTheLibraryLoses(Codebook book, int block, double expected) {
    float[] values = normal(1024 * 1024, 3);
    float[] back = quantize(book, block, false, 1024, 1024, values).toFloats();
    double error = 0;
    for (int i = 0; i < values.length; i++) {
      error += Math.abs((double) values[i] - back[i]);
    }
    assertThat(error / values.length).isCloseTo(expected, within(0.005 * expected));
  }

  @Test
  void doubleQuantizationCostsHardlyAnything() {
    float[] values = normal(512 * 512, 5);
    CodebookWeight plain = quantize(Codebook.NF4, 64, false, 512, 512, values);
    CodebookWeight doubled = quantize(Codebook.NF4, 64, true, 512, 512, values);
    assertThat(doubled.packed()).isEqualTo(plain.packed());
    assertThat(rootMeanSquare(values, doubled.toFloats()))
        .isLessThan(1.01 * rootMeanSquare(values, plain.toFloats()));
    assertThat(plain.bitsPerWeight()).isEqualTo(4.5);
    assertThat(doubled.bitsPerWeight()).isCloseTo(4.127, within(0.001));
    assertThat(doubled.format()).isEqualTo("nf4/64+double");
    var scales = (BlockScales.Doubled) doubled.scales();
    for (int block = 0; block < scales.count(); block++) {
      double bound = scales.absmax(block / 256) * 0.008;
      assertThat((double) scales.at(block)).isCloseTo(plain.scales().at(block), within(bound));
    }
  }

  @Test
  void blocksCrossRowsAndTheLastMayBeShort() {
    float[] values = normal(3 * 33, 8);
    CodebookWeight weight = quantize(Codebook.NF4, 32, false, 3, 33, values);
    assertThat(weight.scales().count()).isEqualTo(4);
    assertThat(weight.packed()).hasSize(50);
    assertThat(weight.code(98)).isEqualTo(15 * (values[98] > 0 ? 1 : 0)); // alone in its block ±1
    var row = new float[33];
    weight.readRow(2, row, 0);
    assertThat(Math.abs(row[0] - values[66])).isLessThan(0.16f * weight.scales().at(2));
  }

  @Test
  void zerosStayZeros() {
    assertThat(quantize(Codebook.NF4, 32, true, 2, 64, new float[128]).toFloats()).containsOnly(0f);
  }

  @Test
  void theDynamicMapIsTheLibrarys() {
    float[] map = DynamicMap.table();
    assertThat(map).hasSize(256).isSorted();
    float[][] known = {
      {0, -0.99296874f},
      {1, -0.9789063f},
      {63, -0.10703126f},
      {126, -5.5e-7f},
      {127, 0},
      {128, 5.5e-7f},
      {129, 3.25e-6f},
      {191, 0.10703126f},
      {192, 0.12109375f},
      {254, 0.99296874f},
      {255, 1}
    };
    for (float[] spot : known) { // given to eight digits
      assertThat(map[(int) spot[0]]).isCloseTo(spot[1], within(Math.abs(spot[1]) * 1.2e-7f));
    }
    for (float x = -1; x <= 1; x += 0.0003f) {
      float chosen = DynamicMap.value(DynamicMap.code(x));
      for (float other : map) {
        assertThat(Math.abs(chosen - x)).isLessThanOrEqualTo(Math.abs(other - x) + 1e-7f);
      }
    }
  }

  @Test
  void refusesOtherBlockSizesAndWeightsThatAreNotFinite() {
    assertThatThrownBy(() -> new CodebookQuantizer(Codebook.NF4, 48, false))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("32 to 4096");
    assertThatThrownBy(() -> new DenseWeight("w", 1, 2, new float[] {1, Float.NaN}))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("element 1 is NaN");
  }

  private static float[] normal(int count, long seed) {
    var random = new Random(seed);
    var values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }

  private static double rootMeanSquare(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += ((double) a[i] - b[i]) * ((double) a[i] - b[i]);
    }
    return Math.sqrt(sum / a.length);
  }
}
