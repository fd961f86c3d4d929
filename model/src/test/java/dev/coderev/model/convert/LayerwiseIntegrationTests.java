package dev.coderev.model.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coderev.model.ModelException;
import dev.coderev.model.checkpoint.Checkpoint;
import dev.coderev.model.convert.QuantizationRecipe.Layout;
import dev.coderev.model.convert.QuantizationRecipe.Method;
import dev.coderev.model.init.Presets;
import dev.coderev.model.init.RandomCheckpoint;
import dev.coderev.model.tensor.DType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Methods that look at inputs: layer after layer, and on again after a kill. */
class LayerwiseIntegrationTests {

  /** More layers than there are. */
  private static final int ALL = 99;

  @TempDir private Path folder;
  private Path source = Path.of("");

  @BeforeEach
  void makeAModel() {
    source = folder.resolve("source");
    RandomCheckpoint.write(source, "tiny-qwen2", Presets.all().get("tiny-qwen2"), DType.F32, 5);
  }

  private static Quantization quantization(Path source, Path target, Method method, int seed) {
    var sequences = new ArrayList<int[]>();
    for (int i = 0; i < 10; i++) {
      sequences.add(new Random(seed + i).ints(40, 0, 500).toArray());
    }
    boolean awq = method == Method.AWQ;
    var recipe = new QuantizationRecipe(method, 4, 32, !awq, false, awq ? Layout.AWQ : Layout.GPTQ);
    return new Quantization(source, target, recipe, Optional.of(new Calibration(sequences)));
  }

  /** The process that is killed after some layers, if it has so many. */
  static final class KilledRun {
    private KilledRun() {}

    public static void main(String[] arguments) {
      Path target = Path.of(arguments[1]);
      int last = Integer.parseInt(arguments[2]);
      quantization(Path.of(arguments[0]), target, Method.LEARNED, 1)
          .run(
              new QuantizationListener() {
                @Override
                public void quantized(Quantization.Quantized weight) {
                  System.out.println(weight.name() + " " + weight.format());
                }

                @Override
                public void layer(int done, int layers, Duration left) {
                  if (done == last) {
                    Runtime.getRuntime().halt(137); // as a kill: nothing is closed or removed
                  }
                }
              });
    }
  }

  /** A program in a process of its own, begun by a shell's command. */
  private static Process started(Path log, Class<?> program, String command, String... arguments)
      throws IOException {
    var words =
        new ArrayList<String>(
            List.of(
                "sh",
                "-c",
                command + " \"$@\"",
                "sh",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx300m",
                "-XX:TieredStopAtLevel=1",
                "--add-modules=jdk.incubator.vector",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                program.getName()));
    words.addAll(List.of(arguments));
    return new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(log.toFile()).start();
  }

  /** The process whose files may not grow. */
  static final class CrampedRun {
    private CrampedRun() {}

    public static void main(String[] arguments) {
      Method method = Method.valueOf(arguments[2]);
      try {
        quantization(Path.of(arguments[0]), Path.of(arguments[1]), method, 1).run(it -> {});
      } catch (UncheckedIOException e) {
        System.out.println(e.getMessage());
        Runtime.getRuntime().exit(3);
      }
    }
  }

  /** Files that must not grow beyond some blocks fail as those on a full disk do. */
  @ParameterizedTest
  @CsvSource({"RTN, 100", "GPTQ, 100", "GPTQ, 240"})
  @EnabledOnOs(OS.LINUX)
  void aFullDiskLeavesNothingUnderTheNameAndIsGoneOnFrom(Method method, int blocks)
      throws IOException, InterruptedException {
    Path target = folder.resolve("target");
    Path log = folder.resolve("log");
    Process process =
        started(
            log,
            CrampedRun.class,
            "ulimit -f " + blocks + "; exec",
            source.toString(),
            target.toString(),
            method.name());
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(log)).isEqualTo(3);
    assertThat(Files.readString(log)).contains("cannot write", "File too large");
    assertThat(target).doesNotExist();
    quantization(source, target, method, 1).run(it -> {});
    Path whole = folder.resolve("whole");
    quantization(source, whole, method, 1).run(it -> {});
    assertThat(target.resolve("model.safetensors"))
        .hasSameBinaryContentAs(whole.resolve("model.safetensors"));
    try (var files = Files.list(folder)) {
      assertThat(files.map(it -> it.getFileName().toString())).noneMatch(it -> it.startsWith("."));
    }
  }

  @Test
  void aKilledRunGoesOnAfterItsLastLayer() throws IOException, InterruptedException {
    Path target = folder.resolve("target");
    Path log = folder.resolve("log");
    assertThat(killedAfter(2, target, log)).isEqualTo(137);
    Path work = folder.resolve(".target.unfinished");
    assertThat(target).doesNotExist();
    assertThat(work.resolve("layer-00001.safetensors")).exists();
    assertThatThrownBy(() -> quantization(source, target, Method.LEARNED, 2).run(it -> {}))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("interrupted run with other settings; remove it");
    Files.writeString(work.resolve("hidden.part"), "half of it"); // as a kill leaves it
    assertThat(killedAfter(ALL, target, log)).isZero();
    assertThat(Files.readAllLines(log).stream().filter(it -> it.startsWith("model.layers.")))
        .hasSize(7)
        .allMatch(it -> it.startsWith("model.layers.2.") && it.endsWith(" 4-bit/32"));
    assertThat(work).doesNotExist();
    Path whole = folder.resolve("whole");
    assertThat(killedAfter(ALL, whole, log)).isZero();
    assertThat(target.resolve("model.safetensors"))
        .hasSameBinaryContentAs(whole.resolve("model.safetensors"));
  }

  /** The exit code of a process; all of them compute alike. */
  private int killedAfter(int layers, Path target, Path log)
      throws IOException, InterruptedException {
    Process process =
        started(
            log,
            KilledRun.class,
            "exec",
            source.toString(),
            target.toString(),
            String.valueOf(layers));
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).as(Files.readString(log)).isTrue();
    return process.exitValue();
  }

  @Test
  void activationAwareScalesAreFoldedIntoTheNeighbours() throws IOException {
    Path target = folder.resolve("awq");
    var left = new ArrayList<Duration>();
    quantization(source, target, Method.AWQ, 1)
        .run(
            new QuantizationListener() {
              @Override
              public void quantized(Quantization.Quantized weight) {
                assertThat(weight.format()).isEqualTo("4-bit/32+");
              }

              @Override
              public void layer(int done, int layers, Duration remaining) {
                left.add(remaining);
              }
            });
    assertThat(left).hasSize(3);
    assertThat(left.getLast()).isZero();
    try (Checkpoint before = Checkpoint.open(source);
        Checkpoint after = Checkpoint.open(target)) {
      assertThat(after.quantization()).contains("awq 4-bit/32+");
      assertThat(after.names()).containsExactlyInAnyOrderElementsOf(before.names());
      String norm = "model.layers.0.input_layernorm.weight";
      assertThat(after.tensor(norm).toFloats()).isNotEqualTo(before.tensor(norm).toFloats());
    }
  }

  @Test
  void aFailureKeepsWhatIsDoneAndGivesNoDirectory() {
    Path target = folder.resolve("failed");
    assertThatThrownBy(() ->
            quantization(source, target, Method.GPTQ, 1)
                .run(it -> {
                  if (it.name().startsWith("model.layers.1.")) {
                    throw new IllegalStateException("no more");
                  }
                }))
        .hasMessage("no more");
    assertThat(target).doesNotExist();
    assertThat(folder.resolve(".failed.unfinished/layer-00000.safetensors")).exists();
    quantization(source, target, Method.GPTQ, 1).run(it -> {});
    assertThat(target.resolve("model.safetensors")).exists();
    assertThatThrownBy(() -> quantization(source, target, Method.GPTQ, 1).run(it -> {}))
        .hasMessageContaining("exists already");
  }
}
