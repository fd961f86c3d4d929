package dev.coderev.training.distill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.coderev.training.TrainingException;
import dev.coderev.training.distill.Losses.Divergence;
import dev.coderev.training.torch.Compute;
import org.bytedeco.javacpp.PointerScope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LossesTests {

  private static final Compute COMPUTE = Compute.of("cpu", Compute.Precision.F32, 1);
  private static final double[] P = {0.7, 0.2, 0.1};
  private static final double[] Q = {0.5, 0.25, 0.25};

  private static double computed(Divergence divergence, double[] p, double[] q) {
    var losses = new Losses(divergence, 0.3, 1, 0, 0, 0);
    try (var _ = new PointerScope()) {
      return Divergences.of(losses, logs(p), logs(q)).item_double();
    }
  }

  private static org.bytedeco.pytorch.Tensor logs(double[] p) {
    var logs = new float[p.length];
    for (int i = 0; i < p.length; i++) {
      logs[i] = (float) Math.log(p[i]);
    }
    return COMPUTE.floats(logs, 1, p.length);
  }

  private static double kl(double[] p, double[] q) {
    double sum = 0;
    for (int i = 0; i < p.length; i++) {
      sum += p[i] * Math.log(p[i] / q[i]);
    }
    return sum;
  }

  @Test
  void eachDivergenceFollowsItsEquation() {
    assertThat(computed(Divergence.FORWARD, P, Q)).isCloseTo(kl(P, Q), within(1e-6));
    assertThat(computed(Divergence.REVERSE, P, Q)).isCloseTo(kl(Q, P), within(1e-6));
    var middle = new double[3];
    for (int i = 0; i < 3; i++) {
      middle[i] = 0.3 * P[i] + 0.7 * Q[i];
    }
    assertThat(computed(Divergence.JENSEN_SHANNON, P, Q))
        .isCloseTo(0.3 * kl(P, middle) + 0.7 * kl(Q, middle), within(1e-6));
  }

  @ParameterizedTest
  @EnumSource
  void equalDistributionsAreNotApart(Divergence divergence) {
    assertThat(computed(divergence, P, P)).isCloseTo(0, within(1e-6));
  }

  @Test
  void refusesWeightsThatMakeNoSense() {
    assertThatThrownBy(() -> new Losses(Divergence.FORWARD, 0.5, 0, 0.5, 0, 0))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("temperature");
    assertThatThrownBy(() -> new Losses(Divergence.FORWARD, 0.5, 1, 1.5, 0, 0))
        .hasMessageContaining("1.5");
    assertThatThrownBy(() -> new Losses(Divergence.FORWARD, 0.5, 1, 0.5, -1, 0))
        .hasMessageContaining("negative");
  }
}
