package dev.coderev.server.evolution.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ChanceTests {
  @Test
  void tailsOfTheBinomialDistributionAreExact() {
    assertThat(Chance.atLeast(0, 10, 0.5)).isEqualTo(1);
    assertThat(Chance.atLeast(8, 10, 0.5)).isCloseTo(56.0 / 1024, within(1e-12));
    assertThat(Chance.atLeast(1, 3, 0.1)).isCloseTo(1 - 0.729, within(1e-12));
    assertThat(Chance.atLeast(5000, 10_000, 0.5)).isCloseTo(0.50399, within(1e-4));
    assertThat(Chance.atLeast(1, 5, 0)).isZero();
    assertThat(Chance.atLeast(5, 5, 1)).isEqualTo(1);
  }

  /** The two-sided value for 10 against 1 is 2 (1 + 11) / 2048. */
  @Test
  void mcNemarIsExact() {
    assertThat(Chance.mcNemar(10, 1)).isCloseTo(24.0 / 2048, within(1e-12));
    assertThat(Chance.mcNemar(1, 10)).isEqualTo(Chance.mcNemar(10, 1));
    assertThat(Chance.mcNemar(0, 0)).isEqualTo(1);
    assertThat(Chance.mcNemar(5, 5)).isEqualTo(1);
  }

  @Test
  void aRateIsAboveItsLimitOnlyWhereChanceDoesNotExplainIt() {
    assertThat(Chance.isAbove(3, 100, 0.02)).isFalse();
    assertThat(Chance.isAbove(9, 100, 0.02)).isTrue();
    assertThat(Chance.isAbove(1, 100, 0.02)).isFalse();
  }

  @Test
  void resamplingGivesAnIntervalAroundTheDifferenceAndTheSameOneEachTime() {
    Chance.Interval interval = Chance.difference(40, 10, 400);
    assertThat(interval.low()).isCloseTo(0.075 - 1.96 * 0.0172, within(0.004));
    assertThat(interval.high()).isCloseTo(0.075 + 1.96 * 0.0172, within(0.004));
    assertThat(Chance.difference(40, 10, 400)).isEqualTo(interval);
  }
}
