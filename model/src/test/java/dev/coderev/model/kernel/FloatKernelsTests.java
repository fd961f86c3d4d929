package dev.coderev.model.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The vector kernels on floats against the scalar ones, at lengths that fill no vector. */
class FloatKernelsTests {

  private final Kernels scalar = new ScalarKernels();
  private final Kernels machine =
      MachineKernels.find().map(Kernels.class::cast).orElseGet(VectorKernels::new);
  private final Random random = new Random(2);

  private float[] floats(int count) {
    var values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextGaussian() * 3;
    }
    return values;
  }

  private static void alike(float[] expected, float[] actual) {
    assertThat(actual).hasSameSizeAs(expected);
    for (int i = 0; i < expected.length; i++) {
      assertThat(actual[i]).isCloseTo(expected[i], within(1e-5f * (1 + Math.abs(expected[i]))));
    }
  }

  /** Sums of {@code terms} products may differ in the last bits of the largest. */
  private static void alikeFor(int terms, float[] expected, float[] actual) {
    assertThat(actual).hasSameSizeAs(expected);
    for (int i = 0; i < expected.length; i++) {
      assertThat(actual[i]).isCloseTo(expected[i], within(2e-5f * terms + 1e-5f));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 8, 15, 16, 17, 31, 32, 33, 64, 100, 1000})
  void giveWhatTheScalarOnesGive(int count) {
    alike(new VectorKernels(), count);
    alike(machine, count);
  }

  private void alike(Kernels vector, int count) {
    float[] a = floats(count + 5);
    float[] b = floats(count + 5);
    assertThat(vector.dot(a, 2, b, 3, count))
        .isCloseTo(scalar.dot(a, 2, b, 3, count), within(1e-4f * count));

    float[] left = b.clone();
    float[] right = b.clone();
    scalar.addScaled(1.5f, a, 1, left, 2, count);
    vector.addScaled(1.5f, a, 1, right, 2, count);
    alike(left, right);

    scalar.scale(0.3f, left, 1, count);
    vector.scale(0.3f, right, 1, count);
    alike(left, right);

    scalar.swiglu(left, a, 2, count);
    vector.swiglu(right, a, 2, count);
    alike(left, right);

    float[] matrix = floats(32 * (count + 1));
    var expectedDots = new float[32];
    var dots = new float[32];
    scalar.columnDots(a, 1, count, matrix, 32, 0.5f, expectedDots);
    vector.columnDots(a, 1, count, matrix, 32, 0.5f, dots);
    alikeFor(count, expectedDots, dots);
    left = b.clone();
    right = b.clone();
    scalar.addScaledRows(matrix, 3, 20, matrix, left, 1, count);
    vector.addScaledRows(matrix, 3, 20, matrix, right, 1, count);
    alikeFor(20, left, right);

    assertThat(vector.most(a, 2, count)).isEqualTo(scalar.most(a, 2, count));
    var bytes = new byte[count + 1];
    var expected = new byte[count + 1];
    assertThat(vector.round(a, 1, count, 9.5f, bytes, 1))
        .isEqualTo(scalar.round(a, 1, count, 9.5f, expected, 1));
    assertThat(bytes).isEqualTo(expected);

    float[] weight = floats(count);
    scalar.rmsNorm(a, 1, weight, 1e-5f, left, 3, count);
    vector.rmsNorm(a, 1, weight, 1e-5f, right, 3, count);
    alike(left, right);

    assertThat(vector.exponentials(right, 4, count, 30))
        .isCloseTo(scalar.exponentials(left, 4, count, 30), within(1e-3f));
    alike(left, right);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 8, 17, 64, 80})
  void storeAndReadHalvesAndBytes(int count) {
    float[] values = floats(3 * count);
    values[3 * count - 1] = 1e-6f;
    MemorySegment memory = Arena.ofAuto().allocate(8L * 3 * count + 64);
    values[0] = Float.NaN;
    values[count] = 65_504;
    values[count + 1] = Float.NEGATIVE_INFINITY;
    values[2 * count] = 65_520; // is rounded to infinity
    scalar.floatsToHalves(values, 0, memory, 4, 3 * count);
    float[] left = new float[3 * count + 1];
    float[] right = new float[3 * count + 1];
    scalar.halvesToFloats(memory, 4, left, 1, 3 * count);
    machine.halvesToFloats(memory, 4, right, 1, 3 * count);
    assertThat(right).isEqualTo(left);
    assertThat(left[2]).isCloseTo(values[1], within(1e-2f));
    assertThat(left[2 * count + 1]).isInfinite();

    values[0] = values[count] = values[count + 1] = values[2 * count] = 0.5f;
    long scales = 3L * count;
    for (int row = 0; row < 3; row++) {
      machine.floatsToBytes(
          values, row * count, memory, (long) row * count, scales + 4L * row, count);
    }
    scalar.bytesToFloats(memory, 0, scales, left, 1, count, 3);
    machine.bytesToFloats(memory, 0, scales, right, 1, count, 3);
    assertThat(right).isEqualTo(left);
    for (int i = 0; i < 3 * count; i++) {
      assertThat(right[1 + i]).isCloseTo(values[i], within(0.06f));
    }
  }
}
