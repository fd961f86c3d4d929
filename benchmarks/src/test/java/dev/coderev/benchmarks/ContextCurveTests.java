package dev.coderev.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coderev.model.init.Presets;
import dev.coderev.model.init.RandomCheckpoint;
import dev.coderev.model.tensor.DType;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContextCurveTests {
  @TempDir Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(String... arguments) {
    return Benchmark.run(
        new ContextCurve(), new PrintStream(out, true), new PrintStream(err, true), arguments);
  }

  @Test
  void eachLengthIsMeasured() {
    Path file = folder.resolve("tiny.gguf");
    RandomCheckpoint.write(file, "tiny", Presets.all().get("tiny-qwen2"), DType.Q4_0, 9);
    String[] arguments = {
      "--model", file.toString(), "--longest", "512", "--measured", "8", "--cache-type", "INT8"
    };
    assertThat(run(arguments)).as(err.toString(StandardCharsets.UTF_8)).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("\"cache\":\"INT8\"", "\"context\":512")
        .doesNotContain("\"context\":1024");
  }

  @Test
  void whatIsNotThereIsRefused() {
    assertThat(run("--model", folder.resolve("none").toString())).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("--model: nothing at");
  }
}
