package dev.coderev.model.precision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StochasticRoundingTests {
  private static final int DICE = 1024;

  @ParameterizedTest
  @ValueSource(
      floats = {1.0003f, -1.0003f, 0.3333f, -2047.7f, 65503f, 6.1e-5f, 5e-6f, -3.1e-8f, 0.1f, 7f})
  void aHalfIsANeighbourAndRightInTheMean(float value) {
    float nearest = Float.float16ToFloat(Float.floatToFloat16(value));
    float[] neighbours = {
      Float.float16ToFloat((short) (Float.floatToFloat16(value) - 1)),
      nearest,
      Float.float16ToFloat((short) (Float.floatToFloat16(value) + 1))
    };
    double sum = 0;
    for (int i = 0; i < DICE; i++) {
      float rounded = Float.float16ToFloat(Float16Rounding.half(value, (i + 0.5f) / DICE));
      assertThat(neighbours).contains(rounded);
      sum += rounded;
    }
    double step = Math.max(Math.abs(neighbours[2] - nearest), Math.abs(nearest - neighbours[0]));
    assertThat(sum / DICE).isCloseTo(value, within(step / DICE));
  }

  @ParameterizedTest
  @ValueSource(floats = {1.003f, -1.003f, 0.3333f, -20470.7f, 3e38f, 1e-39f, 8f})
  void aBrainFloatIsANeighbourAndRightInTheMean(float value) {
    float below = Float.intBitsToFloat(Float.floatToRawIntBits(value) & 0xffff0000);
    float above = Float.intBitsToFloat((Float.floatToRawIntBits(value) & 0xffff0000) + 0x10000);
    double sum = 0;
    for (int i = 0; i < DICE; i++) {
      int bits = Float16Rounding.brain(value, (i + 0.5f) / DICE) << 16;
      assertThat(Float.intBitsToFloat(bits)).isIn(below, above);
      sum += Float.intBitsToFloat(bits);
    }
    assertThat(sum / DICE).isCloseTo(value, within((double) Math.abs(above - below) / DICE));
  }

  @Test
  void theDiceFallEvenlyAndDependOnSeedTensorAndIndexOnly() {
    Rounding.Dice dice = new Rounding.Stochastic(5).dice("model.norm.weight");
    int[] tenths = new int[10];
    int rises = 0;
    for (int i = 0; i < 20_000; i++) {
      float thrown = dice.at(i);
      assertThat(thrown).isBetween(0f, Math.nextDown(1f));
      tenths[(int) (10 * thrown)]++;
      rises += dice.at(i + 1) > thrown ? 1 : 0;
    }
    for (int count : tenths) {
      assertThat(count).isBetween(1800, 2200);
    }
    assertThat(rises).isBetween(9_600, 10_400);
    assertThat(new Rounding.Stochastic(5).dice("model.norm.weight").at(77)).isEqualTo(dice.at(77));
    assertThat(new Rounding.Stochastic(6).dice("model.norm.weight").at(77))
        .isNotEqualTo(dice.at(77));
    assertThat(new Rounding.Stochastic(5).dice("lm_head.weight").at(77)).isNotEqualTo(dice.at(77));
    assertThat(new Rounding.Nearest().dice("any").at(3)).isEqualTo(0.5f);
  }
}
