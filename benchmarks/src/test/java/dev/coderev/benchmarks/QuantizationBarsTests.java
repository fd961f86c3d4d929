package dev.coderev.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coderev.model.checkpoint.Checkpoint;
import dev.coderev.model.evaluate.Evaluation;
import dev.coderev.model.evaluate.EvaluationTexts;
import dev.coderev.model.init.Presets;
import dev.coderev.model.init.RandomCheckpoint;
import dev.coderev.model.tensor.DType;
import dev.coderev.training.data.TokenFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuantizationBarsTests {
  @TempDir Path folder;
  private Path model;

  @BeforeEach
  void makeModel() {
    model = folder.resolve("tiny");
    RandomCheckpoint.write(model, "tiny", Presets.all().get("tiny-llama"), DType.BF16, 3);
  }

  @Test
  void stressCopiesComputeTheSameWithStrongerChannels() {
    Path copy = folder.resolve("copy");
    new StressCopy(model, copy, 16).write();
    String norm = "model.layers.1.input_layernorm.weight";
    try (Checkpoint before = Checkpoint.open(model);
        Checkpoint after = Checkpoint.open(copy)) {
      assertThat(after.tensor(norm).at(32)).isEqualTo(16 * before.tensor(norm).at(32));
      assertThat(after.tensor(norm).at(31)).isEqualTo(before.tensor(norm).at(31));
    }
    EvaluationTexts texts = new EvaluationTexts(List.of(new Random(1).ints(60, 0, 500).toArray()));
    assertThat(
            new Evaluation(copy, model, texts, 64, 10, 1)
                .run(1, done -> {})
                .figures()
                .divergence()
                .value())
        .isLessThan(1e-6);
  }

  @Test
  void measuresEachWayOnAModelAndOnItsStressCopy() throws IOException {
    Path training = Files.createDirectory(model.resolve("training"));
    try (var writer = new TokenFile.Writer(training.resolve("held-out.tokens"))) {
      for (int i = 0; i < 3; i++) {
        writer.add(new Random(i).ints(50, 0, 500).toArray());
      }
      writer.finish();
    }
    Path text = folder.resolve("calibration.txt");
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < 60; i++) {
      code.append("if (a")
          .append(i * 7919)
          .append(" > 3) { return get(b + ")
          .append(i)
          .append("); }\n");
    }
    Files.writeString(text, code);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Path markdown = folder.resolve("table.md");
    int exit =
        Benchmark.run(
            new QuantizationBars(),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            "--model",
            model.toString(),
            "--calibration",
            text.toString(),
            "--only",
            "nf4",
            "--work",
            folder.resolve("work").toString(),
            "--markdown",
            markdown.toString());
    assertThat(exit).as(err.toString(StandardCharsets.UTF_8)).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("\"way\":\"nf4 double\"", "\"model\":\"tiny, stress\"", "\"tokens\":147");
    assertThat(Files.readAllLines(markdown)).hasSize(2 + 4);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("same top %");
  }
}
