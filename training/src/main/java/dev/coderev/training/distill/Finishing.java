package dev.coderev.training.distill;

import dev.coderev.model.checkpoint.Checkpoint;
import dev.coderev.model.checkpoint.Staging;
import dev.coderev.model.config.ModelConfig;
import dev.coderev.model.config.WeightShapes;
import dev.coderev.model.convert.Calibration;
import dev.coderev.model.convert.Quantization;
import dev.coderev.model.evaluate.Evaluation;
import dev.coderev.model.evaluate.EvaluationReport;
import dev.coderev.model.json.Json;
import dev.coderev.model.json.JsonObject;
import dev.coderev.training.coded.CodedWeights;
import dev.coderev.training.data.TokenFile;
import dev.coderev.training.loop.Pace;
import dev.coderev.training.loop.RunFolder;
import dev.coderev.training.loop.RunListener;
import dev.coderev.training.loop.TokenizedCorpus;
import dev.coderev.training.loop.TrainingLoop;
import dev.coderev.training.loop.TrainingPlan;
import dev.coderev.training.network.Network;
import dev.coderev.training.network.Parameters;
import dev.coderev.training.teacher.Teacher;
import dev.coderev.training.torch.Compute;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.PointerScope;

/**
 * A taught student on its way to few bits.
 *
 * <pre>
 * finish/unhealed     the student as its recipe quantizes it
 * finish/training     the states of teaching it once more with these codes and scales
 * finish/healed       what it learnt, in the same layout
 * quantized           the better of the two on held-out texts
 * </pre>
 *
 * A run that was ended goes on where it was.
 */
final class Finishing {

  static final String RESULT = "quantized";
  private static final String FOLDER = "finish";
  private static final String CHOICE = "choice.json";
  private static final String HEALED = "healed_is_kept";

  /** Texts of calibration, for recipes that look at inputs. */
  private static final int SAMPLES = 64;

  private static final int RESAMPLES = 200;

  private final Path student;
  private final Path teacher;
  private final Path data;
  private final DistillationPlan plan;
  private final Finish how;
  private final TrainingPlan training;
  private final Path root;
  private final Path unhealed;
  private final Path healed;

  /**
   * @param student the folder of the distillation, which holds the student
   * @param data where the tokens are
   */
  Finishing(Path student, Path teacher, Path data, DistillationPlan plan, Finish how) {
    this.student = student;
    this.teacher = teacher;
    this.data = data;
    this.plan = plan;
    this.how = how;
    this.training = plan.training().goingOn(how.tokens(), how.rate());
    this.root = student.resolve(FOLDER);
    this.unhealed = root.resolve("unhealed");
    this.healed = root.resolve("healed");
  }

  /** How the two did that the result was chosen from; empty before. */
  static Optional<Json> choice(Path student) {
    Path file = student.resolve(FOLDER).resolve("training").resolve(CHOICE);
    return Files.exists(file)
        ? Optional.of(new Json.Obj(JsonObject.read(file).members()))
        : Optional.empty();
  }

  void run(Pace pace, RunListener listener) {
    Path result = student.resolve(RESULT);
    if (Files.exists(result)) {
      return;
    }
    try (RunFolder folder = folder();
        TokenFile train = TokenFile.open(data.resolve(TokenizedCorpus.TRAIN));
        TokenFile heldOut = TokenFile.open(data.resolve(TokenizedCorpus.HELD_OUT))) {
      if (!Files.exists(unhealed)) {
        listener.noted("quantizing the student by " + how.recipe().method());
        new Quantization(student, unhealed, how.recipe(), calibration(train)).run(weight -> {});
      }
      if (!folder.has(CHOICE)) {
        listener.noted("teaching it once more with its codes");
        Staging.remove(healed);
        heal(folder, train, heldOut, pace, listener);
        choose(folder, listener);
      }
      boolean kept = folder.read(CHOICE).bool(HEALED, true);
      Files.move(kept ? healed : unhealed, result, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot finish " + student + ": " + e.getMessage(), e);
    }
  }

  private RunFolder folder() throws IOException {
    if (Files.exists(root.resolve("training").resolve("plan.json"))) {
      return RunFolder.resume(root);
    }
    Staging.remove(root);
    RunFolder folder = RunFolder.create(root);
    folder.write("plan.json", how.json());
    return folder;
  }

  private Optional<Calibration> calibration(TokenFile train) {
    if (!how.recipe().method().calibrated()) {
      return Optional.empty();
    }
    int samples = Math.min(SAMPLES, train.documents());
    return Optional.of(
        new Calibration(
            IntStream.range(0, samples)
                .map(i -> (int) ((long) i * train.documents() / samples)) // neighbours are alike
                .mapToObj(train::document)
                .map(it -> Arrays.copyOf(it, Math.min(it.length, training.length())))
                .toList()));
  }

  private void heal(
      RunFolder folder, TokenFile train, TokenFile heldOut, Pace pace, RunListener listener) {
    Compute compute = Compute.of(pace.device(), training.precision(), training.threads());
    try (Checkpoint theirs = Checkpoint.open(teacher);
        Checkpoint own = Checkpoint.open(student);
        Checkpoint start = Checkpoint.open(unhealed);
        CodedWeights coded = CodedWeights.of(start, compute);
        var _ = new PointerScope();
        Parameters taught = Parameters.of(theirs, compute, false);
        Parameters learnt = begin(own, start, coded, compute)) {
      ModelConfig config = start.config();
      var network = new Network(config, learnt, compute, coded);
      var asked = new Network(theirs.config(), taught, compute);
      var match = new Match(theirs.config(), config, List.of());
      var lesson = new Teaching(Teacher.of(() -> asked), network, plan.losses().outside(), match);
      try (var loop =
          new TrainingLoop(
              folder,
              training,
              network,
              lesson,
              training.filling(student),
              train,
              heldOut,
              listener)) {
        loop.run(pace.saveEvery(), pace.evaluateEvery(), () -> {});
      }
      coded.write(healed, learnt);
    }
  }

  /**
   * Weights that give the very codes of the unhealed checkpoint: the student's own, as near as
   * their codes allow; the checkpoint's where its inputs were scaled.
   */
  private Parameters begin(Checkpoint own, Checkpoint start, CodedWeights coded, Compute compute) {
    var shapes = new LinkedHashMap<>(WeightShapes.of(start.config()));
    shapes.putAll(coded.changes());
    boolean scaled = how.recipe().method().scalesInputs();
    return Parameters.filled(
        shapes,
        compute,
        true,
        (name, shape) -> {
          if (coded.changes().containsKey(name)) {
            return (from, into, count) -> Arrays.fill(into, 0, count, 0);
          }
          boolean other = scaled || start.quantized(name).isEmpty();
          float[] near = coded.inCells(name, (other ? start : own).tensor(name).toFloats());
          return (from, into, count) -> System.arraycopy(near, (int) from, into, 0, count);
        });
  }

  private void choose(RunFolder folder, RunListener listener) {
    EvaluationReport before = measure(unhealed);
    EvaluationReport after = measure(healed);
    double was = before.figures().perplexityRatio().value();
    double is = after.figures().perplexityRatio().value();
    var json = new LinkedHashMap<String, Json>();
    json.put(HEALED, Json.of(is <= was));
    json.put("unhealed_against_teacher", before.json());
    json.put("healed_against_teacher", after.json());
    folder.write(CHOICE, new Json.Obj(json));
    listener.noted(
        String.format(
            Locale.ROOT,
            "perplexity against the teacher's: × %.4f as quantized, × %.4f as healed; %s is kept",
            was,
            is,
            is <= was ? "the latter" : "the former"));
  }

  private EvaluationReport measure(Path candidate) {
    int length = Math.min(DistillationReport.WINDOW, training.length());
    return new Evaluation(candidate, teacher, DistillationReport.texts(data), length, RESAMPLES, 1)
        .run(training.threads(), done -> {});
  }
}
