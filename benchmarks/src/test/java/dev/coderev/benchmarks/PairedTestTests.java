package dev.coderev.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PairedTestTests {

  /** Differences whose t is the one wanted. */
  private static List<Double> differences(int freedom, double t) {
    int n = freedom + 1;
    var values = new ArrayList<Double>();
    for (int i = 0; i < n; i++) {
      values.add((double) i - freedom / 2.0);
    }
    double squares = values.stream().mapToDouble(it -> it * it).sum();
    double shift = t * Math.sqrt(squares / (n - 1)) / Math.sqrt(n);
    return values.stream().map(it -> it + shift).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "1,6.313752,0.05",
    "2,2.919986,0.05",
    "2,9.924843,0.005",
    "4,2.131847,0.05",
    "9,2.821438,0.01"
  })
  void tabledValuesOfStudentAreMet(int freedom, double t, double p) {
    assertThat(PairedTest.above(differences(freedom, t)).p()).isCloseTo(p, within(1e-5));
    assertThat(PairedTest.above(differences(freedom, -t)).p()).isCloseTo(1 - p, within(1e-5));
  }

  @Test
  void oneSeedProvesNothing() {
    assertThat(PairedTest.above(List.of(5.0)).p()).isEqualTo(1);
    assertThat(PairedTest.above(List.of()).p()).isEqualTo(1);
  }

  @Test
  void equalDifferencesAreCertainOnlyAboveZero() {
    assertThat(PairedTest.above(List.of(1.0, 1.0)).p()).isZero();
    assertThat(PairedTest.above(List.of(0.0, 0.0)).p()).isEqualTo(1);
    assertThat(PairedTest.above(List.of(1.0, 2.0)).toJson()).containsEntry("pairs", 2);
  }
}
