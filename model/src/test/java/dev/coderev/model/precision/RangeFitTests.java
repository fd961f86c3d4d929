package dev.coderev.model.precision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RangeFitTests {
  private static final int COUNT = 32;

  @ParameterizedTest
  @ValueSource(ints = {15, 31})
  void losesLittleMoreThanTheBestOfAFineGrid(int most) {
    var random = new Random(most);
    double ours = 0;
    double plain = 0;
    double grid = 0;
    for (int round = 0; round < 40; round++) {
      float[] x = floats(random, round % 4 == 0 ? 0.8 : 0);
      RangeFit fit = RangeFit.of(x, 0, COUNT, most);
      double loss = loss(x, fit.scale(), -fit.depth(), most);
      double widest = loss(x, spread(x) / most, -depth(x), most);
      assertThat(loss).isLessThanOrEqualTo(widest * 1.0001);
      ours += loss;
      plain += widest;
      grid += leastOnGrid(x, most);
    }
    assertThat(ours).isLessThan(0.95 * plain).isLessThan(1.1 * grid);
  }

  @ParameterizedTest
  @ValueSource(ints = {15, 31})
  void isTheLeastSquaresOfItsOwnCodes(int most) {
    var random = new Random(7);
    int checked = 0;
    for (int round = 0; round < 40; round++) {
      float[] x = floats(random, 0);
      RangeFit fit = RangeFit.of(x, 0, COUNT, most);
      double[] best = leastSquares(x, fit);
      boolean isWidest = fit.scale() == (float) (spread(x) / most);
      if (isWidest) {
        continue;
      }
      assertThat((double) fit.scale()).isCloseTo(best[0], within(1e-4 * best[0]));
      assertThat((double) -fit.depth()).isCloseTo(best[1], within(1e-3 * Math.abs(best[1])));
      checked++;
    }
    assertThat(checked).isGreaterThan(20);
  }

  @Test
  void startsAtNoughtWhereAllFloatsLieAbove() {
    var random = new Random(3);
    float[] x = new float[COUNT];
    for (int i = 0; i < COUNT; i++) {
      x[i] = 5 + random.nextFloat();
    }
    RangeFit fit = RangeFit.of(x, 0, COUNT, 15);
    assertThat(fit.depth()).isZero();
    for (int i = 0; i < COUNT; i++) {
      assertThat(fit.scale() * fit.code(i)).isCloseTo(x[i], within(fit.scale() / 2 + 0.05f));
    }
  }

  @Test
  void holdsEqualFloatsBelowNoughtByTheDepthAlone() {
    float[] x = new float[COUNT];
    java.util.Arrays.fill(x, -1.25f);
    RangeFit fit = RangeFit.of(x, 0, COUNT, 15);
    assertThat(fit.depth()).isEqualTo(1.25f);
    assertThat(fit.scale() * fit.code(9)).isZero();
  }

  @Test
  void readsItsPartOnly() {
    var random = new Random(11);
    float[] x = floats(random, 0);
    float[] within = new float[3 * COUNT];
    java.util.Arrays.fill(within, 1e6f);
    System.arraycopy(x, 0, within, COUNT, COUNT);
    RangeFit alone = RangeFit.of(x, 0, COUNT, 31);
    RangeFit part = RangeFit.of(within, COUNT, COUNT, 31);
    assertThat(part.scale()).isEqualTo(alone.scale());
    assertThat(part.depth()).isEqualTo(alone.depth());
    int[] codes = new int[COUNT + 2];
    part.copyCodes(codes, 2);
    for (int i = 0; i < COUNT; i++) {
      assertThat(codes[i + 2]).isEqualTo(alone.code(i));
    }
  }

  private static float[] floats(Random random, double shift) {
    float[] x = new float[COUNT];
    for (int i = 0; i < COUNT; i++) {
      x[i] = (float) (random.nextGaussian() + shift);
    }
    return x;
  }

  private static double depth(float[] x) {
    double min = 0;
    for (float value : x) {
      min = Math.min(min, value);
    }
    return -min;
  }

  private static double spread(float[] x) {
    double max = x[0];
    for (float value : x) {
      max = Math.max(max, value);
    }
    return max + depth(x);
  }

  /** The weighted loss where each float takes its best code. */
  private static double loss(float[] x, double scale, double min, int most) {
    double loss = 0;
    for (int i = 0; i < COUNT; i++) {
      double code = Math.clamp(Math.rint((x[i] - min) / scale), 0, most);
      double error = scale * code + min - x[i];
      loss += weight(x, i) * error * error;
    }
    return loss;
  }

  private static double weight(float[] x, int at) {
    double squares = 0;
    for (float value : x) {
      squares += value * value;
    }
    return Math.sqrt(squares / COUNT) + Math.abs(x[at]);
  }

  private static double leastOnGrid(float[] x, int most) {
    double least = Double.MAX_VALUE;
    for (double narrower = 0.8; narrower <= 1.06; narrower += 0.005) {
      for (double lower = 0.8; lower <= 1.06; lower += 0.01) {
        double scale = spread(x) / most * narrower;
        least = Math.min(least, loss(x, scale, -depth(x) * lower, most));
      }
    }
    return least;
  }

  /** The scale and the least value, in double precision, by the normal equations. */
  private static double[] leastSquares(float[] x, RangeFit fit) {
    double w = 0;
    double wq = 0;
    double wqq = 0;
    double wx = 0;
    double wqx = 0;
    for (int i = 0; i < COUNT; i++) {
      double weight = weight(x, i);
      int code = fit.code(i);
      w += weight;
      wq += weight * code;
      wqq += weight * code * code;
      wx += weight * x[i];
      wqx += weight * code * x[i];
    }
    double determinant = w * wqq - wq * wq;
    return new double[] {(w * wqx - wq * wx) / determinant, (wqq * wx - wq * wqx) / determinant};
  }
}
