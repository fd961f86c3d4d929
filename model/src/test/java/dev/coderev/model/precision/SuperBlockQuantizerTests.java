package dev.coderev.model.precision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.coderev.model.ModelException;
import dev.coderev.model.tensor.DType;
import dev.coderev.model.tensor.Shape;
import dev.coderev.model.tensor.Tensor;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SuperBlockQuantizerTests {

  private static float[] stored(DType dtype, float... values) {
    MemorySegment into = MemorySegment.ofArray(new byte[(int) dtype.bytes(values.length)]);
    new Encoder("t", dtype, new Rounding.Nearest()).encode(values, values.length, 0, into);
    return new Tensor("t", dtype, Shape.of(values.length), into).toFloats();
  }

  private static float[] bell(long seed, int count) {
    var random = new Random(seed);
    var values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) (0.02 * random.nextGaussian());
    }
    return values;
  }

  private static double error(float[] values, float[] back) {
    double error = 0;
    double norm = 0;
    for (int i = 0; i < values.length; i++) {
      error += Math.pow((double) back[i] - values[i], 2);
      norm += Math.pow(values[i], 2);
    }
    return Math.sqrt(error / norm);
  }

  @ParameterizedTest
  @CsvSource({"Q4_K, Q4_0, 0.08", "Q5_K, Q5_0, 0.04", "Q6_K, Q5_0, 0.02"})
  void losesLessThanTheSmallBlocksOfAsManyBits(DType dtype, DType small, double most) {
    float[] values = bell(1, 256 * 64);
    double error = error(values, stored(dtype, values));
    assertThat(error).isLessThan(most).isLessThan(error(values, stored(small, values)));
  }

  @ParameterizedTest
  @EnumSource(names = {"Q4_K", "Q5_K", "Q6_K"})
  void constantsZerosAndSingleOutliersKeepTheirSize(DType dtype) {
    assertThat(stored(dtype, new float[256])).containsOnly(0);
    for (float constant : new float[] {0.5f, -0.5f}) {
      var values = new float[256];
      Arrays.fill(values, constant);
      assertThat(error(values, stored(dtype, values))).isLessThan(0.01);
    }
    float[] values = new float[256];
    values[77] = -3;
    assertThat(stored(dtype, values)[77]).isCloseTo(-3, within(0.02f));
    assertThat(stored(dtype, values)[76]).isCloseTo(0, within(0.2f));
  }

  @Test
  void scalesAndDepthsArePackedAsReadersExpect() {
    MemorySegment bytes = MemorySegment.ofArray(new byte[12]);
    SuperBlockQuantizer.packScales(
        new int[] {1, 2, 3, 4, 33, 34, 47, 63}, new int[] {5, 6, 7, 8, 48, 35, 16, 62}, bytes, 0);
    assertThat(HexFormat.of().formatHex(bytes.toArray(ValueLayout.JAVA_BYTE)))
        .isEqualTo("818283c4c58647c801320fef");
  }

  @Test
  void aFitIsAtLeastAsGoodAsTheWholeRange() {
    for (int seed = 0; seed < 50; seed++) {
      float[] x = bell(seed, 32);
      RangeFit fit = RangeFit.of(x, 0, 32, 15);
      assertThat(fit.depth()).isNotNegative();
      float min = 0;
      float max = 0;
      for (float value : x) {
        min = Math.min(min, value);
        max = Math.max(max, value);
      }
      double fitted = 0;
      double ranged = 0;
      float root = 0;
      for (float value : x) {
        root += value * value / 32;
      }
      for (int i = 0; i < 32; i++) {
        double weight = Math.sqrt(root) + Math.abs(x[i]);
        double code = Math.rint(15 / (max - min) * (x[i] - min));
        fitted += weight * Math.pow(fit.scale() * fit.code(i) - fit.depth() - x[i], 2);
        ranged += weight * Math.pow((max - min) / 15 * code + min - x[i], 2);
      }
      assertThat(fitted).isLessThanOrEqualTo(ranged * 1.0001);
    }
  }

  @Test
  void rowsThatFillNoLargeBlockGetSmallOnes() {
    TypePlan plan = TypePlan.forGguf(DType.Q4_K, new LinkedHashMap<>());
    assertThat(plan.type("model.layers.0.mlp.up_proj.weight", Shape.of(4, 512)))
        .isEqualTo(DType.Q4_K);
    assertThat(plan.type("model.layers.0.mlp.up_proj.weight", Shape.of(4, 96)))
        .isEqualTo(DType.Q5_0);
    assertThat(plan.type("model.layers.0.mlp.up_proj.weight", Shape.of(4, 40)))
        .isEqualTo(DType.F16);
    assertThat(TypePlan.forGguf(DType.Q6_K, new LinkedHashMap<>()).type("x", Shape.of(4, 64)))
        .isEqualTo(DType.Q8_0);
  }

  @Test
  void chanceIsRefused() {
    assertThatThrownBy(() -> new Encoder("t", DType.Q4_K, new Rounding.Stochastic(1)))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("rounded to nearest");
  }
}
