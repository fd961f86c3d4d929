package dev.coderev.model.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.coderev.model.kernel.TileShape.Offsets;
import dev.coderev.model.machine.Routine;
import dev.coderev.model.quantized.Codebook;
import dev.coderev.model.tensor.DType;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every multiplication against double precision, at odd shapes and up to 33 rows. */
class MultiplyTests {

  private static final double FLOAT_ACTIVATIONS = 1e-6;
  private static final double BYTE_ACTIVATIONS = 5e-4;
  private static final int[] BATCHES = {1, 2, 3, 4, 5, 7, 8, 9, 16, 33};

  /** Those that this machine can run beside the reference. */
  private final List<Kernels> fast =
      Stream.<Kernels>concat(Stream.of(new VectorKernels()), MachineKernels.find().stream())
          .toList();

  private final List<Kernels> all =
      Stream.concat(Stream.of(new ScalarKernels()), fast.stream()).toList();

  @ParameterizedTest
  @EnumSource(names = {"F32", "F16", "BF16"})
  void floatMatricesGiveTheProduct(DType dtype) {
    var random = new Random(11);
    for (int columns : new int[] {1, 7, 16, 31, 33, 64, 130, 257}) {
      for (int batch : BATCHES) {
        Matrix w = RowMatrix.of(Samples.floats(random, dtype, 1 + random.nextInt(40), columns));
        Activations x = Samples.activations(random, batch, columns);
        for (Kernels kernels : all) {
          assertThat(Samples.nmse(Samples.product(w, x), Samples.multiply(kernels, w, x)))
              .as("%s %s %d x %d, %d rows", kernels.name(), dtype, w.rows(), columns, batch)
              .isLessThan(FLOAT_ACTIVATIONS);
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"F32", "F16", "BF16"})
  void longRowsGiveTheProduct(DType dtype) {
    var random = new Random(12);
    for (int columns : new int[] {4096, 4127, 5000}) {
      for (int rows : new int[] {7, 8, 43}) {
        Matrix w = RowMatrix.of(Samples.floats(random, dtype, rows, columns));
        for (int batch : new int[] {1, 3}) {
          Activations x = Samples.activations(random, batch, columns);
          for (Kernels kernels : all) {
            assertThat(Samples.nmse(Samples.product(w, x), Samples.multiply(kernels, w, x)))
                .as("%s %s %d x %d, %d rows", kernels.name(), dtype, rows, columns, batch)
                .isLessThan(FLOAT_ACTIVATIONS);
          }
        }
      }
    }
  }

  static List<TileShape> shapes() {
    var shapes = new ArrayList<TileShape>();
    for (int rows : new int[] {1, 15, 16, 17, 50, 300}) {
      for (Offsets offsets : Offsets.values()) {
        for (int columns : new int[] {32, 96, 100, 640}) {
          for (int group : new int[] {32, 64, 128}) {
            shapes.add(new TileShape(rows, columns, 4, group, offsets));
          }
          for (int group : new int[] {16, 32, 48, 128}) {
            shapes.add(new TileShape(rows, columns, 8, group, offsets));
          }
        }
      }
      for (Codebook book : Codebook.values()) {
        for (int group : new int[] {32, 64, 256}) {
          shapes.add(new TileShape(rows, 768, 4, group, Offsets.NONE, Optional.of(book)));
        }
      }
    }
    return shapes;
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void tilesGiveTheProduct(TileShape shape) {
    var random = new Random(shape.toString().hashCode());
    TileMatrix w = Samples.tiles(random, shape);
    for (int batch : new int[] {1, 3, 4, 6, 12, 13, 25}) {
      Activations x = Samples.activations(random, batch, shape.columns());
      float[] scalar = Samples.multiply(new ScalarKernels(), w, x);
      double[] exact = Samples.product(w, x);
      if (exact.length >= 60) { // fewer sums may all be near zero
        assertThat(Samples.nmse(exact, scalar)).isLessThan(BYTE_ACTIVATIONS);
      }
      double[] reference = widened(scalar);
      for (Kernels kernels : fast) {
        assertThat(Samples.nmse(reference, Samples.multiply(kernels, w, x)))
            .as("%s, %d rows", kernels.name(), batch)
            .isLessThan(1e-9);
      }
    }
  }

  @Test
  void codeThatTheSystemRefusesLaterIsReplacedByVectors() {
    assumeThat(MachineKernels.find()).isPresent();
    var random = new Random(4);
    var left = new AtomicInteger(2);
    var kernels =
        new MachineKernels(
            new AssembledRoutines(
                code -> left.getAndDecrement() > 0 ? Routine.of(code) : Optional.empty()));
    var vectors = new VectorKernels();
    for (TileShape shape :
        List.of(
            new TileShape(50, 128, 4, 32, Offsets.NONE),
            new TileShape(50, 128, 8, 32, Offsets.NONE))) {
      TileMatrix w = Samples.tiles(random, shape);
      for (int batch : new int[] {1, 5, 13}) {
        Activations x = Samples.activations(random, batch, shape.columns());
        assertThat(
                Samples.nmse(
                    widened(Samples.multiply(vectors, w, x)), Samples.multiply(kernels, w, x)))
            .isLessThan(1e-9);
      }
    }
    assertThat(left.get()).as("some were refused").isNegative();
    Matrix rows = RowMatrix.of(Samples.floats(random, DType.F32, 43, 4127));
    Activations x = Samples.activations(random, 1, 4127);
    assertThat(Samples.multiply(kernels, rows, x)).isEqualTo(Samples.multiply(vectors, rows, x));
  }

  private static double[] widened(float[] values) {
    return IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray();
  }

  /** A prompt read at once, or token by token beside others, must give the same bits. */
  @Test
  void aRowOfATileDoesNotDependOnThoseBesideIt() {
    var random = new Random(9);
    TileMatrix w = Samples.tiles(random, new TileShape(300, 640, 4, 32, Offsets.PLAIN));
    Activations many = Samples.activations(random, 17, 640);
    for (Kernels kernels : fast) {
      float[] together = Samples.multiply(kernels, w, many);
      for (int row = 0; row < 17; row++) {
        var one = new Activations(1, 640);
        System.arraycopy(many.values(), row * 640, one.values(), 0, 640);
        one.changed(1);
        assertThat(Samples.multiply(kernels, w, one))
            .as("%s, row %d", kernels.name(), row)
            .isEqualTo(Arrays.copyOfRange(together, row * 300, (row + 1) * 300));
      }
    }
  }

  @Test
  void largestProductsDoNotOverflow() {
    for (int bits : new int[] {4, 8}) {
      var shape = new TileShape(16, 128, bits, 64, Offsets.NONE);
      TileMatrix w = Samples.tiles(new Random(1), shape);
      for (long i = 0; i < shape.quantBytes(); i++) {
        w.data().set(ValueLayout.JAVA_BYTE, i, (byte) (bits == 4 ? 0 : -127));
      }
      var x = new Activations(4, 128);
      Arrays.fill(x.values(), -3);
      x.changed(4);
      for (Kernels kernels : fast) {
        assertThat(Samples.nmse(Samples.product(w, x), Samples.multiply(kernels, w, x)))
            .isLessThan(1e-10);
      }
    }
  }

  @Test
  void largestProductsOfCodesDoNotOverflow() {
    for (int code : new int[] {0, 15}) { // −1 and 1
      var shape = new TileShape(64, 128, 4, 64, Offsets.NONE, Optional.of(Codebook.NF4));
      TileMatrix w = Samples.tiles(new Random(1), shape);
      for (int tile = 0; tile < shape.tiles(); tile++) {
        for (long i = 0; i < shape.quantBytes(); i++) {
          long at = tile * shape.tileBytes() + i;
          w.data().set(ValueLayout.JAVA_BYTE, at, (byte) (code | code << 4));
        }
      }
      for (int rows : new int[] {1, 4}) {
        var x = new Activations(rows, 128);
        Arrays.fill(x.values(), -3);
        x.changed(rows);
        for (Kernels kernels : fast) {
          assertThat(Samples.nmse(Samples.product(w, x), Samples.multiply(kernels, w, x)))
              .isLessThan(1e-10);
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"Q4_0", "Q4_1", "Q5_0", "Q5_1", "Q8_0", "Q4_K", "Q5_K", "Q6_K"})
  void packedBlocksKeepTheirWeights(DType dtype) {
    var random = new Random(5);
    try (var workers = new Workers(3);
        var matrices = new Matrices(workers)) {
      for (int rows : new int[] {1, 16, 37}) {
        var tensor = Samples.blocks(random, dtype, rows, 512);
        Matrix w = matrices.matrix(tensor);
        var expected = new double[512];
        var actual = new float[512];
        for (int row = 0; row < rows; row++) {
          for (int c = 0; c < 512; c++) {
            expected[c] = tensor.at(row * 512L + c);
          }
          w.readRow(row, actual, 0);
          assertThat(Samples.nmse(expected, actual))
              .isLessThan(dtype.name().endsWith("K") ? 1e-6 : 1e-13);
        }
        Activations x = Samples.activations(random, 20, 512);
        for (Kernels kernels : fast) {
          assertThat(Samples.nmse(Samples.product(w, x), Samples.multiply(kernels, w, x)))
              .isLessThan(BYTE_ACTIVATIONS);
        }
      }
    }
  }
}
