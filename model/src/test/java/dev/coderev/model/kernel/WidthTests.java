package dev.coderev.model.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coderev.model.kernel.TileShape.Offsets;
import dev.coderev.model.quantized.Codebook;
import dev.coderev.model.tensor.DType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The kernels of other machines: the same checks in a JVM whose vectors are narrower. */
class WidthTests {

  @ParameterizedTest
  @ValueSource(ints = {128, 256})
  void narrowerVectorsGiveTheSame(int bits) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-modules",
                "jdk.incubator.vector",
                "-XX:TieredStopAtLevel=1",
                "-D" + Lanes.PROPERTY + "=" + bits,
                "-cp",
                System.getProperty("java.class.path"),
                WidthTests.class.getName())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    assertThat(output).contains("vector-" + bits + " agrees");
  }

  /** Compares this JVM's vector kernels with the scalar ones. */
  public static void main(String[] args) {
    var random = new Random(4);
    var scalar = new ScalarKernels();
    var vector = new VectorKernels();
    for (int batch : new int[] {1, 4, 5}) {
      for (int bits : new int[] {4, 8}) {
        for (Offsets offsets : Offsets.values()) {
          var shape = new TileShape(37, 320, bits, 64, offsets);
          compare(
              Samples.tiles(random, shape),
              Samples.activations(random, batch, 320),
              scalar,
              vector);
        }
      }
      for (Codebook book : Codebook.values()) {
        compare(
            Samples.tiles(random, new TileShape(37, 320, 4, 64, Offsets.NONE, Optional.of(book))),
            Samples.activations(random, batch, 320),
            scalar,
            vector);
      }
      for (DType dtype : new DType[] {DType.F32, DType.F16, DType.BF16}) {
        Matrix rows = RowMatrix.of(Samples.floats(random, dtype, 19, 83));
        compare(rows, Samples.activations(random, batch, 83), scalar, vector);
      }
    }
    var checks = new FloatKernelsTests();
    for (int count : new int[] {1, 7, 33, 100}) {
      checks.giveWhatTheScalarOnesGive(count);
      checks.storeAndReadHalvesAndBytes(count);
    }
    System.out.println(vector.name() + " agrees");
  }

  private static void compare(Matrix w, Activations x, Kernels scalar, Kernels vector) {
    float[] expected = Samples.multiply(scalar, w, x);
    var exact = new double[expected.length];
    for (int i = 0; i < exact.length; i++) {
      exact[i] = expected[i];
    }
    assertThat(Samples.nmse(exact, Samples.multiply(vector, w, x))).as(w.format()).isLessThan(1e-9);
  }
}
