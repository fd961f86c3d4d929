package dev.coderev.model.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coderev.model.quantized.BlockScales;
import dev.coderev.model.quantized.Codebook;
import dev.coderev.model.quantized.CodebookWeight;
import dev.coderev.model.quantized.GroupedWeight;
import dev.coderev.model.quantized.QuantizedWeight;
import dev.coderev.model.quantized.RowScaledWeight;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Weights of every kind of few bits, packed: their numbers, and their products. */
class QuantizedPackingTests {

  private final Random random = new Random(8);

  private static float half(float value) {
    return Float.float16ToFloat(Float.floatToFloat16(value));
  }

  private float[] scales(int count) {
    var scales = new float[count];
    for (int i = 0; i < count; i++) {
      scales[i] = half(0.005f + 0.01f * random.nextFloat());
    }
    return scales;
  }

  private GroupedWeight grouped(int rows, int columns, int bits, int group, int spread) {
    int groups = Math.ceilDiv(columns, group);
    var codes = new byte[rows * columns];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = (byte) random.nextInt(1 << bits);
    }
    var zeros = new byte[rows * groups];
    for (int i = 0; i < zeros.length; i++) {
      zeros[i] = (byte) ((1 << (bits - 1)) + random.nextInt(-spread, spread + 1));
    }
    int[] order = GroupedWeight.inOrder(columns, group);
    return new GroupedWeight(rows, columns, bits, group, codes, scales(zeros.length), zeros, order);
  }

  private CodebookWeight codes(int rows, int columns, Codebook book, int block) {
    var packed = new byte[rows * columns / 2];
    random.nextBytes(packed);
    var scales = new BlockScales.Plain(scales(Math.ceilDiv(rows * columns, block)));
    return new CodebookWeight(rows, columns, book, block, packed, scales);
  }

  /** Packs, and compares numbers with the weight's own and products with exact ones. */
  private void assertKept(QuantizedWeight weight, String format, double tolerance) {
    try (var workers = new Workers(2);
        var matrices = new Matrices(workers)) {
      Matrix w = matrices.packed(weight).orElseThrow();
      assertThat(w.format()).isEqualTo(format);
      float[] expected = weight.toFloats();
      var row = new float[weight.columns()];
      for (int r = 0; r < weight.rows(); r++) {
        w.readRow(r, row, 0);
        var own = new double[row.length];
        for (int c = 0; c < row.length; c++) {
          own[c] = expected[r * row.length + c];
        }
        assertThat(Samples.nmse(own, row)).isLessThanOrEqualTo(tolerance);
      }
      for (int batch : new int[] {1, 5}) {
        Activations x = Samples.activations(random, batch, weight.columns());
        double[] exact = Samples.product(w, x);
        for (Kernels kernels : List.of(new ScalarKernels(), new VectorKernels())) {
          assertThat(Samples.nmse(exact, Samples.multiply(kernels, w, x))).isLessThan(5e-4);
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "64, 128, 4, 32, 0, 4-bit/32",
    "150, 384, 4, 128, 0, 4-bit/128",
    "17, 192, 4, 64, 5, 4-bit/64+",
    "300, 160, 4, 160, 7, 4-bit/160+",
    "40, 128, 3, 32, 0, 4-bit/32",
    "40, 128, 2, 64, 0, 4-bit/64",
    "33, 96, 2, 32, 1, 4-bit/32",
    "50, 128, 8, 32, 0, 8-bit/32",
    "50, 112, 8, 16, 90, 8-bit/16+",
    "20, 100, 4, 32, 0, 4-bit/32"
  })
  void groupsKeepTheirNumbers(
      int rows, int columns, int bits, int group, int spread, String format) {
    assertKept(grouped(rows, columns, bits, group, spread), format, 0);
  }

  @ParameterizedTest
  @CsvSource({"80, 192, NF4, 64, nf4/64", "7, 64, NF4, 32, nf4/32", "130, 256, FP4, 128, fp4/128"})
  void codesKeepTheirNumbers(int rows, int columns, Codebook book, int block, String format) {
    assertKept(codes(rows, columns, book, block), format, 0);
  }

  @Test
  void bytesWithAScaleARowKeepTheirNumbers() {
    var codes = new byte[37 * 300];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = (byte) random.nextInt(-127, 128);
    }
    float[] absmax = scales(37);
    for (int i = 0; i < absmax.length; i++) {
      absmax[i] *= 10;
    }
    assertKept(new RowScaledWeight(37, 300, codes, absmax), "8-bit/128", 1e-6);
  }

  @ParameterizedTest
  @ValueSource(strings = {"blocks across rows", "odd groups", "ordered by activation", "huge"})
  void whatNoTilesHoldIsLeft(String what) {
    QuantizedWeight weight =
        switch (what) {
          case "blocks across rows" -> codes(64, 96, Codebook.NF4, 64);
          case "odd groups" -> grouped(16, 96, 4, 24, 0);
          case "huge" -> {
            var absmax = new float[32];
            Arrays.fill(absmax, 1e5f);
            yield new CodebookWeight(
                16, 64, Codebook.FP4, 32, new byte[512], new BlockScales.Plain(absmax));
          }
          default -> {
            int[] order = GroupedWeight.inOrder(64, 32);
            order[0] = 1;
            order[63] = 0;
            yield new GroupedWeight(16, 64, 4, 32, new byte[1024], scales(32), new byte[32], order);
          }
        };
    try (var workers = new Workers(1);
        var matrices = new Matrices(workers)) {
      assertThat(matrices.packed(weight)).isEmpty();
    }
  }
}
