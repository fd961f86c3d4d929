package dev.coderev.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coderev.model.init.Presets;
import dev.coderev.training.loop.Pace;
import dev.coderev.training.loop.RunListener;
import dev.coderev.training.loop.TrainingPlan;
import dev.coderev.training.network.NextToken;
import dev.coderev.training.pretrain.Pretraining;
import dev.coderev.training.torch.Compute;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DistillationBarsTests {
  private static final Path CODE = Path.of("../training/src/main/java/dev/coderev/training");

  @TempDir Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private static final class Silent implements RunListener {
    @Override
    public void stepped(Step step) {}

    @Override
    public void evaluated(long step, NextToken.Foretold foretold) {}

    @Override
    public void noted(String text) {}
  }

  private int run(String... arguments) {
    return Benchmark.run(
        new DistillationBars(),
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        arguments);
  }

  private Path teacher() {
    Path teacher = folder.resolve("teacher");
    var plan =
        new TrainingPlan(64 * 4 * 6, 4, 4, 64, 5e-3, 0.1, 1, 0, 0.3, Compute.Precision.F32, 1);
    Pretraining.begin(
        teacher,
        Presets.all().get("tiny-llama"),
        List.of(CODE),
        plan,
        new Pace("cpu", 100, 100),
        new Silent());
    return teacher;
  }

  @Test
  void theRecipeRunsFromEndToEndAndGoesOnWhereItWas() throws IOException {
    Path teacher = teacher();
    assertThat(distilled(teacher, 1)).as(err.toString(StandardCharsets.UTF_8)).isZero();
    Path first = folder.resolve("work/layers-1.30x-1/quantized/model.safetensors");
    byte[] weights = Files.readAllBytes(first);
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("\"pairs\":1");
    out.reset();
    assertThat(distilled(teacher, 2)).as(err.toString(StandardCharsets.UTF_8)).isZero();
    assertThat(first).hasBinaryContent(weights);
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains(
            "\"way\":\"LAYERS ÷ 1.30\"",
            "\"quantized\":{\"seeds\":[{\"parameters\"",
            "\"perplexityBelowScratch\":{\"pairs\":2",
            "\"keptNextTokens\":[");
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("p against scratch");
    assertThat(folder.resolve("work/layers-1.30x-2/from-scratch")).isDirectory();
  }

  private int distilled(Path teacher, int seeds) {
    return run(
        "--teacher",
        teacher.toString(),
        "--tasks-from",
        CODE.toString(),
        "--work",
        folder.resolve("work").toString(),
        "--reduce",
        "LAYERS",
        "--ratio",
        "1.3",
        "--seeds",
        String.valueOf(seeds),
        "--per-kind",
        "4",
        "--held-out",
        "0.3",
        "--tokens",
        "512",
        "--batch",
        "4",
        "--length",
        "64");
  }

  @Test
  void aTeacherThatIsNotThereIsRefused() {
    assertThat(
            run(
                "--teacher",
                folder.resolve("none").toString(),
                "--tasks-from",
                CODE.toString(),
                "--work",
                folder.resolve("work").toString()))
        .isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("no such directory");
    assertThat(Files.exists(folder.resolve("work"))).isFalse();
  }
}
