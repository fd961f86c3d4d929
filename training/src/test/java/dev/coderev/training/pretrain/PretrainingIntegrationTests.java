package dev.coderev.training.pretrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coderev.model.checkpoint.Checkpoint;
import dev.coderev.model.config.ModelConfig;
import dev.coderev.model.init.Presets;
import dev.coderev.model.tokens.Tokenizer;
import dev.coderev.training.KilledJava;
import dev.coderev.training.TrainingException;
import dev.coderev.training.loop.Pace;
import dev.coderev.training.loop.RunListener;
import dev.coderev.training.loop.TrainingPlan;
import dev.coderev.training.network.NextToken;
import dev.coderev.training.torch.Compute;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PretrainingIntegrationTests {

  private static final ModelConfig SHAPE = Presets.all().get("tiny-llama");
  private static final Pace PACE = new Pace("cpu", 4, 10);

  private static final int KILLS = 3;

  @TempDir private Path folder;
  private Path corpus;

  /** What a run said. */
  private static final class Heard implements RunListener {
    private final List<Step> steps = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private int looks;

    @Override
    public void stepped(Step step) {
      steps.add(step);
      System.out.println("step " + step.step());
    }

    @Override
    public void evaluated(long step, NextToken.Foretold foretold) {
      looks++;
    }

    @Override
    public void noted(String text) {
      notes.add(text);
    }
  }

  @BeforeEach
  void writeCorpus() throws IOException {
    corpus = Files.createDirectory(folder.resolve("corpus"));
    var random = new SplittableRandom(6);
    for (int file = 0; file < 40; file++) {
      var text = new StringBuilder("class C" + file + " {\n");
      for (int i = 0; i < 12; i++) {
        text.append("  int f").append(random.nextInt(9)).append("() { return ");
        text.append(random.nextInt(99)).append("; }\n");
      }
      Files.writeString(corpus.resolve("C" + file + ".java"), text.append("}\n"));
    }
  }

  private static TrainingPlan plan(long tokens, double rate) {
    return new TrainingPlan(tokens, 4, 2, 48, rate, 0.1, 5, 0.3, 0.2, Compute.Precision.F32, 1);
  }

  private Heard train(Path out, TrainingPlan plan) {
    var heard = new Heard();
    Pretraining.begin(out, SHAPE, List.of(corpus), plan, PACE, heard);
    return heard;
  }

  @Test
  void learnsAndLeavesACheckpointThatOpens() {
    Path out = folder.resolve("run");
    Heard heard = train(out, plan(192 * 40, 5e-3));
    assertThat(heard.steps).hasSize(40);
    assertThat(heard.looks).isEqualTo(4);
    assertThat(heard.steps.getLast().loss()).isLessThan(heard.steps.getFirst().loss() / 2);
    assertThat(out.resolve("training/loss.svg")).content().contains("polyline");
    assertThat(out.resolve("training/metrics.jsonl")).content().contains("held_out_loss");
    try (Checkpoint checkpoint = Checkpoint.open(out);
        Tokenizer tokenizer = Tokenizer.open(out)) {
      assertThat(checkpoint.config().layers()).isEqualTo(SHAPE.layers());
      assertThat(tokenizer.decode(tokenizer.encode("int f1()", false), false))
          .isEqualTo("int f1()");
    }
    assertThatThrownBy(() -> train(out, plan(100, 1e-3)))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("--resume");
  }

  @Test
  void aKilledProcessGoesOnToTheSameBits() throws IOException, InterruptedException {
    TrainingPlan plan = plan(192 * 30, 5e-3);
    Path whole = folder.resolve("whole");
    train(whole, plan);
    Path killed = folder.resolve("killed");
    var random = new SplittableRandom();
    int kills = 0;
    while (!run(killed, kills < KILLS ? random.nextInt(1, 9) : Integer.MAX_VALUE)) {
      kills++;
      corruptSometimes(killed, kills);
    }
    assertThat(kills).isEqualTo(KILLS);
    assertThat(killed.resolve("model.safetensors"))
        .hasSameBinaryContentAs(whole.resolve("model.safetensors"));
    assertThat(Files.readAllLines(killed.resolve("training/metrics.jsonl")))
        .hasSameSizeAs(Files.readAllLines(whole.resolve("training/metrics.jsonl")));
  }

  /** Bits that flip on disk once must cost nothing but time. */
  private static void corruptSometimes(Path out, int kills) throws IOException {
    Path states = out.resolve("training/checkpoints");
    if (kills != 2 || !Files.exists(states)) {
      return;
    }
    try (var all = Files.list(states)) {
      List<Path> whole =
          all.filter(it -> it.getFileName().toString().startsWith("step-")).sorted().toList();
      if (whole.size() > 1) {
        Path file = whole.getLast().resolve("state.safetensors");
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
      }
    }
  }

  /** Whether a process that is killed after some more steps came to its end before. */
  private boolean run(Path out, int steps) throws IOException, InterruptedException {
    String how = Files.exists(out) ? "resume" : "begin";
    return new KilledJava(KilledRun.class, folder.resolve("log"))
        .endsWithin(steps, out.toString(), corpus.toString(), how);
  }

  /** The process that is killed. */
  static final class KilledRun {
    private KilledRun() {}

    public static void main(String[] arguments) {
      Path out = Path.of(arguments[0]);
      if (arguments[2].equals("resume")) {
        Pretraining.resume(out, PACE, new Heard());
      } else {
        TrainingPlan plan = plan(192 * 30, 5e-3);
        List<Path> corpus = List.of(Path.of(arguments[1]));
        Pretraining.begin(out, SHAPE, corpus, plan, PACE, new Heard());
      }
    }
  }

  @Test
  void damagedWeightsAreRestoredFromTheLastGoodState() {
    Path out = folder.resolve("run");
    Heard heard = new Heard();
    var plan = plan(192 * 12, 5e-3);
    Pretraining.begin(out, SHAPE, List.of(corpus), plan, PACE, heard, new Poison(6, 3));
    assertThat(heard.notes).anyMatch(it -> it.contains("the batch is left out"));
    assertThat(heard.notes).anyMatch(it -> it.contains("restored step 4"));
    assertThat(heard.steps.getLast().step()).isEqualTo(12);
    assertThat(heard.steps.getLast().loss()).isFinite();
  }

  @Test
  void endsWithWordsWhenNothingHelps() {
    Path out = folder.resolve("run");
    var plan = plan(192 * 12, 5e-3);
    assertThatThrownBy(() ->
            Pretraining.begin(
                out, SHAPE, List.of(corpus), plan, PACE, new Heard(), new Poison(6, 99)))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("lower --rate");
  }

  @Test
  void refusesCorporaThatCannotBeSplit() {
    Path one = corpus.resolve("C1.java");
    assertThatThrownBy(() ->
            Pretraining.begin(
                folder.resolve("x"), SHAPE, List.of(one), plan(10, 1e-3), PACE, new Heard()))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("of 1 texts");
    assertThat(folder.resolve("x")).doesNotExist();
  }

  @Test
  void refusesPlansAndFoldersThatMakeNoSense() {
    assertThatThrownBy(() -> plan(0, 1e-3)).hasMessageContaining("tokens");
    assertThatThrownBy(() -> plan(10, 2)).hasMessageContaining("rate");
    assertThatThrownBy(() -> Pretraining.resume(folder, PACE, new Heard()))
        .hasMessageContaining("holds no training run");
    assertThatThrownBy(() -> Compute.of("tpu", Compute.Precision.F32, 1))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("tpu");
  }
}
