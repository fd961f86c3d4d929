package dev.coderev.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuantizationCostTests {
  @TempDir Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(String... arguments) {
    return Benchmark.run(
        new QuantizationCost(), new PrintStream(out, true), new PrintStream(err, true), arguments);
  }

  @Test
  void saysTimeAndMemoryAndUsesItsCheckpointAgain() {
    String work = folder.toString();
    assertThat(run("--shape", "tiny-llama", "--work", work)).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("\"method\":\"NF4\"", "\"processorSeconds\":", "\"largestLayerBytes\":");
    String[] gptq = {
      "--shape",
      "tiny-llama",
      "--work",
      work,
      "--method",
      "GPTQ",
      "--group-size",
      "32",
      "--samples",
      "4",
      "--length",
      "100"
    };
    err.reset();
    assertThat(run(gptq)).as(err.toString(StandardCharsets.UTF_8)).isZero();
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("peak MB").doesNotContain("making");
    assertThat(run(gptq)).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("remove");
  }

  @Test
  void shapesThatAreNotKnownAreRefused() {
    assertThat(run("--shape", "huge", "--work", folder.toString())).isEqualTo(2);
  }
}
