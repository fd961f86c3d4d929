package dev.coderev.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TrainingThroughputTests {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(String... arguments) {
    return Benchmark.run(
        new TrainingThroughput(),
        new PrintStream(out, true),
        new PrintStream(err, true),
        arguments);
  }

  @Test
  void saysWhereTheTimeOfAStepGoes() {
    String[] arguments = {
      "--config",
      "tiny-llama",
      "--rounds",
      "1",
      "--micro-batch",
      "2",
      "--length",
      "32",
      "--processor-time"
    };
    assertThat(run(arguments)).as(err.toString(StandardCharsets.UTF_8)).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("\"shareOfProducts\":{\"median\"", "\"gradient\":{", "\"tokensOfAStep\":64");
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("share of the step", "update");
  }

  @Test
  void shapesThatAreNotKnownAreRefused() {
    assertThat(run("--config", "huge")).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("no such shape: huge");
  }
}
