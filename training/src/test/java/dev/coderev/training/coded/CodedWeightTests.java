package dev.coderev.training.coded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.coderev.model.kernel.Workers;
import dev.coderev.model.quantized.Codebook;
import dev.coderev.model.quantized.GroupedWeight;
import dev.coderev.model.quantized.QuantizedWeight;
import dev.coderev.model.quantizer.CodebookQuantizer;
import dev.coderev.model.quantizer.ColumnOrder;
import dev.coderev.model.quantizer.Damping;
import dev.coderev.model.quantizer.DenseWeight;
import dev.coderev.model.quantizer.GptqQuantizer;
import dev.coderev.model.quantizer.Grid;
import dev.coderev.model.quantizer.Hessian;
import dev.coderev.model.quantizer.NearestQuantizer;
import dev.coderev.model.quantizer.Quantizer;
import dev.coderev.model.quantizer.RowQuantizer;
import dev.coderev.training.TrainingException;
import dev.coderev.training.torch.Compute;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CodedWeightTests {

  private static final Compute COMPUTE = Compute.of("cpu", Compute.Precision.F32, 1);
  private static final int ROWS = 6;
  private static final int COLUMNS = 128;

  static Stream<Quantizer> quantizers() {
    return Stream.of(
        new CodebookQuantizer(Codebook.NF4, 64, false),
        new CodebookQuantizer(Codebook.NF4, 64, true),
        new CodebookQuantizer(Codebook.FP4, 32, false),
        new RowQuantizer(),
        new NearestQuantizer(new Grid(4, 64, true, false)),
        new NearestQuantizer(new Grid(3, 32, false, false)),
        new NearestQuantizer(new Grid(8, -1, true, false)),
        new GptqQuantizer(
            new Grid(2, 64, true, false), ColumnOrder.WITHIN_GROUPS, Damping.DEFAULT, 0));
  }

  private static float[] bell(long seed, double deviation, int count) {
    var random = new Random(seed);
    var values = new float[count];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (deviation * random.nextGaussian());
    }
    return values;
  }

  /** Weights with a block of zeros. */
  private static float[] weights() {
    float[] values = bell(3, 0.05, ROWS * COLUMNS);
    Arrays.fill(values, COLUMNS, 2 * COLUMNS, 0);
    return values;
  }

  private static QuantizedWeight quantized(Quantizer quantizer) {
    var dense = new DenseWeight("w", ROWS, COLUMNS, weights());
    var inputs = new Hessian(COLUMNS);
    try (var workers = new Workers(1)) {
      inputs.add(bell(4, 1, 400 * COLUMNS), 400, workers);
      return quantizer.quantize(dense, inputs, workers).weight();
    }
  }

  private static Tensor tensor(float[] values) {
    return COMPUTE.floats(values, ROWS, COLUMNS);
  }

  private static Optional<Tensor> change(CodedWeight coded, double deviation) {
    int count = coded.movable();
    return count == 0
        ? Optional.empty()
        : Optional.of(COMPUTE.floats(bell(5, deviation, count), count));
  }

  @ParameterizedTest
  @MethodSource("quantizers")
  void beginsAsTheVeryWeightThatWasQuantized(Quantizer quantizer) {
    QuantizedWeight before = quantized(quantizer);
    try (var _ = new PointerScope();
        CodedWeight coded = CodedWeight.of("w", before, COMPUTE)) {
      Tensor start = tensor(coded.inCells(weights()));
      QuantizedWeight again = coded.quantized(start, change(coded, 0));
      assertThat(again.toFloats()).containsExactly(before.toFloats(), within(1e-8f));
      assertThat(Compute.toFloats(coded.seen(start, change(coded, 0))))
          .containsExactly(before.toFloats(), within(1e-7f));
      assertThat(again.format()).isEqualTo(before.format());
    }
  }

  @Test
  void aSmallStepKeepsWhatWasChosenAgainstTheNearest() {
    var quantizer =
        new GptqQuantizer(
            new Grid(4, 32, true, false), ColumnOrder.WITHIN_GROUPS, Damping.DEFAULT, 0);
    var before = (GroupedWeight) quantized(quantizer);
    float[] own = weights();
    try (var _ = new PointerScope();
        CodedWeight coded = CodedWeight.of("w", before, COMPUTE)) {
      float[] moved = coded.inCells(own);
      for (int i = 0; i < moved.length; i++) {
        moved[i] += (i % 2 == 0 ? 0.2f : -0.2f) * scale(before, i);
      }
      var after = (GroupedWeight) coded.quantized(tensor(moved), Optional.empty());
      int chosen = 0;
      for (int i = 0; i < own.length; i++) {
        int code = before.code(i / COLUMNS, i % COLUMNS);
        double steps = own[i] / scale(before, i) + 8;
        if (Math.abs(steps - code) > 0.5 && code > 0 && code < 15) {
          chosen++;
          assertThat(after.code(i / COLUMNS, i % COLUMNS)).isEqualTo(code);
        }
      }
      assertThat(chosen).isGreaterThan(own.length / 20);
    }
  }

  private static float scale(GroupedWeight weight, int index) {
    int column = index % COLUMNS;
    return weight.scale(index / COLUMNS, weight.groupOf(column));
  }

  @ParameterizedTest
  @MethodSource("quantizers")
  void whatIsSeenIsWhatWillBeStored(Quantizer quantizer) {
    try (var _ = new PointerScope();
        CodedWeight coded = CodedWeight.of("w", quantized(quantizer), COMPUTE)) {
      Tensor moved = tensor(bell(9, 0.07, ROWS * COLUMNS));
      Optional<Tensor> change = change(coded, 0.3);
      assertThat(Compute.toFloats(coded.seen(moved, change)))
          .containsExactly(coded.quantized(moved, change).toFloats(), within(1e-6f));
    }
  }

  @Test
  void gradientsPassThroughRoundingAndReachScales() {
    QuantizedWeight before = quantized(new NearestQuantizer(new Grid(2, 64, true, false)));
    try (var _ = new PointerScope();
        CodedWeight coded = CodedWeight.of("w", before, COMPUTE)) {
      float[] values = bell(9, 0.07, ROWS * COLUMNS);
      float[] upstream = bell(10, 1, ROWS * COLUMNS);
      Tensor weight = tensor(values).requires_grad_(true);
      Tensor change = COMPUTE.zeros(coded.movable()).requires_grad_(true);
      Tensor seen = coded.seen(weight, Optional.of(change));
      seen.mul(tensor(upstream)).sum().backward();
      assertThat(Compute.toFloats(weight.grad())).containsExactly(upstream, within(1e-5f));
      float[] rounded = Compute.toFloats(seen);
      float[] slopes = Compute.toFloats(change.grad());
      for (int block = 0; block < slopes.length; block++) {
        double slope = 0; // of s₀·(1 + θ): Σ g·(ŵ − w)
        for (int i = 64 * block; i < 64 * (block + 1); i++) {
          slope += upstream[i] * ((double) rounded[i] - values[i]);
        }
        assertThat((double) slopes[block]).isCloseTo(slope, within(1e-4));
      }
    }
  }

  @Test
  void refusesGroupsThatDoNotLieInOrder() {
    var weight =
        new GroupedWeight(
            1,
            64,
            4,
            32,
            new byte[64],
            new float[] {1, 1},
            new byte[] {8, 8},
            IntStream.range(0, 64).map(i -> i % 2).toArray());
    assertThatThrownBy(() -> CodedWeight.of("w", weight, COMPUTE))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("whole groups in their order");
  }
}
