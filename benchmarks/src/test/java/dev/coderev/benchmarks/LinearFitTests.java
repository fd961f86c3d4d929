package dev.coderev.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.coderev.benchmarks.LinearFit.Point;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinearFitTests {
  @Test
  void pointsOnALineAreExplainedWholly() {
    LinearFit fit = LinearFit.through(List.of(new Point(1, 5), new Point(2, 7), new Point(4, 11)));
    assertThat(fit.slope()).isCloseTo(2, within(1e-9));
    assertThat(fit.intercept()).isCloseTo(3, within(1e-9));
    assertThat(fit.rSquared()).isCloseTo(1, within(1e-9));
  }

  @Test
  void pointsWithoutATrendAreNotExplained() {
    LinearFit fit = LinearFit.through(List.of(new Point(0, 0), new Point(1, 1), new Point(2, 0)));
    assertThat(fit.rSquared()).isCloseTo(0, within(1e-9));
  }

  @Test
  void aFlatLineIsExplainedWholly() {
    LinearFit fit = LinearFit.through(List.of(new Point(0, 4), new Point(1, 4)));
    assertThat(fit).isEqualTo(new LinearFit(0, 4, 1));
    assertThat(fit.toJson()).containsEntry("rSquared", 1.0);
  }

  @Test
  void onePlaceDeterminesNoLine() {
    assertThatThrownBy(() -> LinearFit.through(List.of(new Point(1, 1), new Point(1, 2))))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
