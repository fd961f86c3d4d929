package dev.coderev.training.distill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.coderev.model.ModelException;
import dev.coderev.model.checkpoint.Checkpoint;
import dev.coderev.model.checkpoint.Staging;
import dev.coderev.model.convert.QuantizationRecipe;
import dev.coderev.model.convert.QuantizationRecipe.Layout;
import dev.coderev.model.convert.QuantizationRecipe.Method;
import dev.coderev.model.init.Presets;
import dev.coderev.model.json.JsonObject;
import dev.coderev.model.json.JsonWriter;
import dev.coderev.training.KilledJava;
import dev.coderev.training.TrainingException;
import dev.coderev.training.loop.Pace;
import dev.coderev.training.loop.RunListener;
import dev.coderev.training.loop.TrainingPlan;
import dev.coderev.training.network.NextToken;
import dev.coderev.training.pretrain.Pretraining;
import dev.coderev.training.student.LayerSelection;
import dev.coderev.training.student.StudentSize;
import dev.coderev.training.torch.Compute;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DistillationIntegrationTests {

  private static final Pace PACE = new Pace("cpu", 4, 8);
  private static final StudentSize SIZE = new StudentSize(1, 64, 4, 2, 128);

  @TempDir private static Path shared;
  @TempDir private Path folder;

  private static Path corpus = Path.of("");
  private static Path teacher = Path.of("");

  /** What a run said; ends it like a kill when it is told to. */
  private static class Heard implements RunListener {
    private final List<Step> steps = new ArrayList<>();
    private final List<Double> looks = new ArrayList<>();
    private final long last;

    Heard(long last) {
      this.last = last;
    }

    @Override
    public void stepped(Step step) {
      steps.add(step);
      if (step.step() == last) {
        throw new IllegalStateException("ended by the test");
      }
    }

    @Override
    public void evaluated(long step, NextToken.Foretold foretold) {
      looks.add(foretold.mean());
    }

    @Override
    public void noted(String text) {}
  }

  @BeforeAll
  static void trainTeacher() throws IOException {
    corpus = Files.createDirectory(shared.resolve("corpus"));
    var random = new SplittableRandom(6);
    for (int file = 0; file < 40; file++) {
      var text = new StringBuilder("class C" + file + " {\n");
      for (int i = 0; i < 12; i++) {
        text.append("  int f").append(random.nextInt(9)).append("() { return ");
        text.append(random.nextInt(99)).append("; }\n");
      }
      Files.writeString(corpus.resolve("C" + file + ".java"), text.append("}\n"));
    }
    teacher = shared.resolve("teacher");
    Pretraining.begin(
        teacher,
        Presets.all().get("tiny-llama"),
        List.of(corpus),
        training(40),
        PACE,
        new Heard(-1));
  }

  private static TrainingPlan training(int steps) {
    return new TrainingPlan(192L * steps, 4, 2, 48, 5e-3, 0.1, 5, 0, 0.2, Compute.Precision.F32, 1);
  }

  private static DistillationPlan plan(int steps, Losses losses) {
    return new DistillationPlan(
        training(steps), new Origin.Cut(SIZE, LayerSelection.IMPORTANCE, true), losses);
  }

  private Heard distill(String name, DistillationPlan plan, long last) {
    var heard = new Heard(last);
    Distillation.begin(folder.resolve(name), teacher, List.of(), plan, PACE, heard);
    return heard;
  }

  @Test
  void aTaughtStudentIsAheadOfOneFromScratch() {
    DistillationPlan plan = plan(8, Losses.DEFAULT);
    Heard taught = distill("student", plan, -1);
    Heard alone = distill("student/from-scratch", plan.withoutTeacher(), -1);
    assertThat(taught.looks.getLast()).isLessThan(alone.looks.getLast());
    Path student = folder.resolve("student");
    DistillationReport report =
        DistillationReport.of(
            teacher, student, Optional.of(student.resolve("from-scratch")), List.of(), 1);
    report.write(student);
    assertThat(student.resolve("training/report.json")).content().contains("byte_ratio");
    assertThat(report.text()).contains("teacher", "student", "from scratch", "perplexity");
    assertThat(JsonWriter.compact(report.json())).contains("\"from_scratch\"");
    assertThat(report.others().getFirst().parameters()).isLessThan(report.teacher().parameters());
  }

  @Test
  void aRunThatWasEndedGoesOnToTheSameBits() {
    var losses = new Losses(Losses.Divergence.JENSEN_SHANNON, 0.5, 2, 0.3, 0.1, 0.1);
    distill("whole", plan(10, losses), -1);
    assertThatThrownBy(() -> distill("ended", plan(10, losses), 6))
        .hasMessageContaining("ended by the test");
    Distillation.resume(folder.resolve("ended"), PACE, new Heard(-1));
    assertThat(folder.resolve("ended/model.safetensors"))
        .hasSameBinaryContentAs(folder.resolve("whole/model.safetensors"));
  }

  private static Finish finish(Method method, int bits) {
    int group = method == Method.NF4 ? 64 : 32;
    var recipe = new QuantizationRecipe(method, bits, group, true, false, Layout.GPTQ);
    return new Finish(recipe, 192L * 12, 2e-3);
  }

  @Test
  void aHealedStudentIsAheadOfTheSameWithoutHealing() {
    distill("student", plan(8, Losses.DEFAULT).finished(finish(Method.RTN, 2)), -1);
    Path student = folder.resolve("student");
    JsonObject choice = JsonObject.read(student.resolve("finish/training/choice.json"));
    assertThat(choice.bool("healed_is_kept", false)).isTrue();
    assertThat(ratio(choice, "healed")).isLessThan(ratio(choice, "unhealed"));
    DistillationReport report =
        DistillationReport.of(teacher, student, Optional.empty(), List.of(), 1);
    assertThat(report.text()).contains("quantized");
    assertThat(JsonWriter.compact(report.json())).contains("\"unhealed_against_teacher\"");
    assertThat(report.others().get(1).bytes()).isLessThan(report.others().get(0).bytes());
    try (Checkpoint result = Checkpoint.open(student.resolve("quantized"))) {
      assertThat(result.quantization()).hasValue("gptq 2-bit/32");
    }
  }

  @Test
  void aWholeTeacherTeachesItsOwnCopyAndTheBetterIsKept() {
    var losses = new Losses(Losses.Divergence.FORWARD, 0.5, 1, 0, 0, 0);
    var plan =
        new DistillationPlan(training(1), new Origin.Whole(), losses)
            .finished(finish(Method.RTN, 2));
    assertThatThrownBy(() -> distill("healed", plan, 5)).hasMessageContaining("ended by the test");
    Path healed = folder.resolve("healed");
    assertThat(DistillationPlan.of(JsonObject.read(healed.resolve("training/plan.json"))))
        .isEqualTo(plan);
    Distillation.resume(healed, PACE, new Heard(-1));
    JsonObject choice = JsonObject.read(healed.resolve("finish/training/choice.json"));
    boolean better = ratio(choice, "healed") <= ratio(choice, "unhealed");
    assertThat(choice.bool("healed_is_kept", !better)).isEqualTo(better);
    assertThat(healed.resolve(better ? "finish/unhealed" : "finish/healed")).exists();
    assertThat(ratio(choice, "healed")).isNotEqualTo(ratio(choice, "unhealed"));
    try (Checkpoint before = Checkpoint.open(teacher);
        Checkpoint copy = Checkpoint.open(healed);
        Checkpoint result = Checkpoint.open(healed.resolve("quantized"))) {
      String down = "model.layers.0.mlp.down_proj.weight";
      assertThat(copy.tensor(down).toFloats()).containsExactly(before.tensor(down).toFloats());
      assertThat(result.quantization()).hasValue("gptq 2-bit/32");
    }
    var inside = new Losses(Losses.Divergence.FORWARD, 0.5, 1, 0, 1, 0);
    assertThatThrownBy(() -> new DistillationPlan(training(1), new Origin.Whole(), inside))
        .hasMessageContaining("not by its layers");
  }

  private static double ratio(JsonObject choice, String which) {
    return choice
        .object(which + "_against_teacher")
        .flatMap(it -> it.object("figures"))
        .flatMap(it -> it.object("perplexity_ratio"))
        .orElseThrow()
        .requiredNumber("value");
  }

  @ParameterizedTest
  @EnumSource(names = {"NF4", "GPTQ", "LEARNED"})
  void aFinishThatWasEndedGoesOnToTheSameBits(Method method) {
    DistillationPlan plan = plan(4, Losses.DEFAULT).finished(finish(method, 4));
    distill("whole", plan, -1);
    Path ended = folder.resolve("ended");
    assertThatThrownBy(() -> distill("ended", plan, 9)).hasMessageContaining("ended by the test");
    Distillation.resume(ended, PACE, new Heard(-1));
    assertThat(ended.resolve("quantized/model.safetensors"))
        .hasSameBinaryContentAs(folder.resolve("whole/quantized/model.safetensors"));
  }

  @Test
  void refusesAFinishThatTheStudentHasNoRoomForBeforeItBegins() {
    var recipe = new QuantizationRecipe(Method.RTN, 4, 96, true, false, Layout.GPTQ);
    var plan = plan(2, Losses.DEFAULT).finished(new Finish(recipe, 100, 1e-3));
    assertThatThrownBy(() -> begin(teacher, plan)).hasMessageContaining("groups of 96");
    assertThat(folder.resolve("x")).doesNotExist();
    assertThatThrownBy(() -> new Finish(recipe, 0, 1e-3)).hasMessageContaining("one token");
  }

  private DistillationPlan kept(int k, Losses losses) {
    var keeping = new Asking.Keeping(folder.resolve("answers"), k, 1 << 28);
    return plan(6, losses).asked(new Asking(0, Optional.of(keeping)));
  }

  @Test
  void keptAnswersTeachWhatTheTeacherDoesAndDoSoWithoutIt() throws IOException {
    Heard asked = distill("asked", plan(6, Losses.DEFAULT), -1);
    int all = Presets.all().get("tiny-llama").vocabSize() - 1;
    Heard nearly = distill("nearly", kept(all, Losses.DEFAULT), -1);
    assertThat(nearly.steps.getLast().loss()).isCloseTo(asked.steps.getLast().loss(), within(5e-3));
    Path answers = folder.resolve("answers/answers.bin");
    long bytes = Files.size(answers);
    distill("again", kept(all, Losses.DEFAULT), -1);
    assertThat(Files.size(answers)).isEqualTo(bytes); // nothing new was asked
    assertThat(folder.resolve("again/model.safetensors"))
        .hasSameBinaryContentAs(folder.resolve("nearly/model.safetensors"));
    assertThatThrownBy(() -> distill("few", kept(8, Losses.DEFAULT), -1))
        .hasMessageContaining("other size");
    var inside = new Losses(Losses.Divergence.FORWARD, 0.5, 2, 0.5, 0.1, 0);
    assertThatThrownBy(() -> kept(8, inside)).hasMessageContaining("layers give is not kept");
  }

  @Test
  void aStudentLearnsFromItsOwnSamplesAndGoesOnToTheSameBits() {
    var losses = new Losses(Losses.Divergence.JENSEN_SHANNON, 0.5, 1, 0, 0, 0);
    DistillationPlan plan = plan(10, losses).asked(new Asking(0.5, Optional.empty()));
    Heard whole = distill("whole", plan, -1);
    assertThat(whole.looks.getLast())
        .isLessThan(distill("texts", plan(1, losses), -1).looks.getLast());
    assertThatThrownBy(() -> distill("ended", plan, 6)).hasMessageContaining("ended by the test");
    Distillation.resume(folder.resolve("ended"), PACE, new Heard(-1));
    assertThat(folder.resolve("ended/model.safetensors"))
        .hasSameBinaryContentAs(folder.resolve("whole/model.safetensors"));
  }

  @Test
  void aGivenStudentBeginsWithItsOwnWeights() {
    distill("first", plan(4, Losses.DEFAULT), -1);
    Path given = folder.resolve("first");
    var inside = new Losses(Losses.Divergence.FORWARD, 0.5, 2, 0.5, 0.1, 0.1);
    var origin = new Origin.Given(given);
    Heard more = distill("second", new DistillationPlan(training(6), origin, inside), -1);
    Heard first = distill("one", plan(1, Losses.DEFAULT), -1);
    assertThat(more.looks.getLast()).isLessThan(first.looks.getLast());
    JsonObject settings = JsonObject.read(folder.resolve("second/training/plan.json"));
    assertThat(settings.requiredString("student_sha256")).hasSize(64);
    DistillationPlan read = DistillationPlan.of(settings);
    assertThat(read.withoutTeacher().origin().json().toString()).contains("shape");
  }

  @Test
  void vocabulariesThatDifferAreRefused() {
    Path other = folder.resolve("other");
    Pretraining.begin(
        other,
        Presets.all().get("tiny-llama"),
        List.of(Path.of("src/main/java/dev/coderev/training/loop")),
        training(1),
        PACE,
        new Heard(-1));
    var plan = new DistillationPlan(training(2), new Origin.Given(other), Losses.DEFAULT);
    assertThatThrownBy(() -> begin(teacher, plan))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("vocabularies differ");
    assertThat(folder.resolve("x")).doesNotExist();
  }

  /** Distils with all that leaves something on disk: states, answers, a finish. */
  private static DistillationPlan everything(Path answers) {
    return plan(8, new Losses(Losses.Divergence.FORWARD, 0.5, 2, 0.5, 0, 0))
        .asked(new Asking(0.3, Optional.of(new Asking.Keeping(answers, 16, 1 << 28))))
        .finished(finish(Method.GPTQ, 4));
  }

  /** The process that is killed. */
  static final class KilledRun {
    private KilledRun() {}

    public static void main(String[] arguments) {
      Path out = Path.of(arguments[0]);
      var heard =
          new Heard(-1) {
            @Override
            public void stepped(Step step) {
              System.out.println("step " + step.step());
            }

            @Override
            public void noted(String text) {
              System.out.println("step: " + text);
            }
          };
      if (Files.exists(out.resolve("training/plan.json"))) {
        Distillation.resume(out, PACE, heard);
      } else {
        DistillationPlan plan = everything(Path.of(arguments[2]));
        Distillation.begin(out, Path.of(arguments[1]), List.of(), plan, PACE, heard);
      }
    }
  }

  @Test
  void aProcessThatIsKilledGoesOnToTheSameBits() throws IOException, InterruptedException {
    distill("whole", everything(folder.resolve("answers")), -1);
    Path killed = folder.resolve("killed");
    var java = new KilledJava(KilledRun.class, folder.resolve("log"));
    var random = new SplittableRandom();
    String[] arguments = {
      killed.toString(), teacher.toString(), folder.resolve("others").toString()
    };
    int kills = 0;
    while (!java.endsWithin(kills < 3 ? random.nextInt(1, 16) : Integer.MAX_VALUE, arguments)) {
      kills++;
      if (!Files.exists(killed.resolve("training/plan.json"))) {
        Staging.remove(killed); // killed before there was anything to go on with
      }
    }
    assertThat(killed.resolve("model.safetensors"))
        .hasSameBinaryContentAs(folder.resolve("whole/model.safetensors"));
    assertThat(killed.resolve("quantized/model.safetensors"))
        .hasSameBinaryContentAs(folder.resolve("whole/quantized/model.safetensors"));
  }

  @Test
  void textsOfAnyKindCanBeLearntFrom() {
    var heard = new Heard(-1);
    Path out = folder.resolve("other");
    var reverse = new Losses(Losses.Divergence.REVERSE, 0.5, 1, 0, 0, 0);
    Distillation.begin(out, teacher, List.of(corpus), plan(3, reverse), PACE, heard);
    assertThat(heard.steps).hasSize(3);
    assertThat(out.resolve("training/train.tokens")).exists();
  }

  @Test
  void refusesTeachersAndSizesThatDoNotFit() throws IOException {
    Path broken = folder.resolve("broken");
    Files.createDirectory(broken);
    Files.copy(teacher.resolve("config.json"), broken.resolve("config.json"));
    assertThatThrownBy(() -> begin(broken, plan(2, Losses.DEFAULT)))
        .isInstanceOf(ModelException.class);
    var large =
        new DistillationPlan(
            training(2),
            new Origin.Cut(new StudentSize(9, 64, 4, 2, 128), LayerSelection.FIRST, false),
            Losses.DEFAULT);
    assertThatThrownBy(() -> begin(teacher, large))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("is no part of its teacher");
    Path strange = folder.resolve("strange");
    Files.createDirectory(strange);
    for (String file : List.of("config.json", "model.safetensors", "tokenizer.json")) {
      Files.copy(teacher.resolve(file), strange.resolve(file));
    }
    assertThatThrownBy(() -> begin(strange, plan(2, Losses.DEFAULT)))
        .hasMessageContaining("name texts with --corpus");
    assertThat(folder.resolve("x")).doesNotExist();
  }

  private void begin(Path from, DistillationPlan plan) {
    Distillation.begin(folder.resolve("x"), from, List.of(), plan, PACE, new Heard(-1));
  }

  @Test
  void anotherTeacherCannotGoOn() throws IOException {
    Path copy = folder.resolve("copy");
    Files.createDirectories(copy.resolve("training"));
    for (String file :
        List.of(
            "config.json",
            "model.safetensors",
            "tokenizer.json",
            "training/train.tokens",
            "training/held-out.tokens")) {
      Files.copy(teacher.resolve(file), copy.resolve(file));
    }
    Path out = folder.resolve("run");
    Distillation.begin(out, copy, List.of(), plan(2, Losses.DEFAULT), PACE, new Heard(-1));
    byte[] weights = Files.readAllBytes(copy.resolve("model.safetensors"));
    weights[weights.length - 1] ^= 1;
    Files.write(copy.resolve("model.safetensors"), weights);
    assertThatThrownBy(() -> Distillation.resume(out, PACE, new Heard(-1)))
        .hasMessageContaining("is not the teacher that this run began with");
  }
}
