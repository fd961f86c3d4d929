package dev.coderev.training.distill;

import dev.coderev.model.checkpoint.Checkpoint;
import dev.coderev.model.checkpoint.CheckpointDigest;
import dev.coderev.model.config.ConfigWriter;
import dev.coderev.model.config.ModelConfig;
import dev.coderev.model.convert.SideFiles;
import dev.coderev.model.json.Json;
import dev.coderev.model.json.JsonObject;
import dev.coderev.training.TrainingException;
import dev.coderev.training.corpus.Corpus;
import dev.coderev.training.data.TokenFile;
import dev.coderev.training.loop.Pace;
import dev.coderev.training.loop.RunExport;
import dev.coderev.training.loop.RunFolder;
import dev.coderev.training.loop.RunListener;
import dev.coderev.training.loop.TokenizedCorpus;
import dev.coderev.training.network.Parameters;
import dev.coderev.training.torch.Compute;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;

/**
 * A smaller model made of a larger one and taught by it: {@code coderev model distill}.
 *
 * <p>The run's folder is a Hugging Face checkpoint from the first saved state on, and a run that
 * was ended in whatever way goes on to the same bits, as in pretraining.
 */
public final class Distillation {

  private final RunFolder folder;
  private final DistillationPlan plan;
  private final Pace pace;
  private final RunListener listener;

  private Distillation(RunFolder folder, DistillationPlan plan, Pace pace, RunListener listener) {
    this.folder = folder;
    this.plan = plan;
    this.pace = pace;
    this.listener = listener;
  }

  /**
   * Makes a student in a new folder and teaches it.
   *
   * @param teacher a Hugging Face directory or a GGUF file, quantized or not
   * @param corpus texts to learn from; when there are none, what the teacher was pretrained on
   */
  public static void begin(
      Path out,
      Path teacher,
      List<Path> corpus,
      DistillationPlan plan,
      Pace pace,
      RunListener listener) {
    Corpus texts = Corpus.of(corpus);
    Compute.of(pace.device(), plan.training().precision(), plan.training().threads());
    try (Checkpoint checkpoint = Checkpoint.open(teacher)) {
      ModelConfig student = plan.origin().config(checkpoint.config());
      if (plan.origin() instanceof Origin.Given given) {
        Vocabularies.requireSame(teacher, given.directory());
      }
      plan.training().requireLength(student.maxPositions(), "teacher");
      plan.finish().ifPresent(it -> it.requireHolds(student));
      Path tokens = corpus.isEmpty() ? tokensOf(teacher) : out.resolve("training");
      try (RunFolder folder = RunFolder.create(out)) {
        try {
          SideFiles.bring(
              plan.origin() instanceof Origin.Given given ? given.directory() : teacher,
              student,
              out);
          ConfigWriter.write(out.resolve("config.json"), student, Map.of());
          var settings = new LinkedHashMap<>(((Json.Obj) plan.json()).members());
          settings.put("teacher", Json.of(teacher.toAbsolutePath().toString()));
          settings.put("teacher_sha256", Json.of(CheckpointDigest.of(checkpoint)));
          settings.put("data", Json.of(tokens.toAbsolutePath().toString()));
          if (plan.origin() instanceof Origin.Given given) {
            settings.put("student_sha256", Json.of(digest(given.directory())));
          }
          var run = new Distillation(folder, plan, pace, listener);
          if (!corpus.isEmpty()) {
            run.encode(texts, student);
          }
          folder.write("plan.json", new Json.Obj(settings));
          run.learn(checkpoint, tokens);
        } catch (IOException | RuntimeException e) {
          folder.discardUnlessSaved();
          throw e;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }

  private static String digest(Path directory) {
    try (Checkpoint checkpoint = Checkpoint.open(directory)) {
      return CheckpointDigest.of(checkpoint);
    }
  }

  private static Path tokensOf(Path teacher) {
    Path data = teacher.resolve("training");
    if (!Files.exists(data.resolve(TokenizedCorpus.HELD_OUT))) {
      throw new TrainingException(
          teacher + " holds no tokens that it was pretrained on; name texts with --corpus");
    }
    return data;
  }

  /** Goes on with the run of a folder. */
  public static void resume(Path out, Pace pace, RunListener listener) {
    try (RunFolder folder = RunFolder.resume(out)) {
      JsonObject settings = folder.read("plan.json");
      DistillationPlan plan = DistillationPlan.of(settings);
      Path teacher = Path.of(settings.requiredString("teacher"));
      try (Checkpoint checkpoint = Checkpoint.open(teacher)) {
        if (!CheckpointDigest.of(checkpoint).equals(settings.requiredString("teacher_sha256"))) {
          throw new TrainingException(
              teacher + " is not the teacher that this run began with; its weights are others");
        }
        new Distillation(folder, plan, pace, listener)
            .learn(checkpoint, Path.of(settings.requiredString("data")));
      }
    }
  }

  private void encode(Corpus texts, ModelConfig student) throws IOException {
    var tokens = new TokenizedCorpus(folder, texts, plan.training());
    listener.noted("encoding the corpus");
    tokens.keepTokenizer(student);
    tokens.encode(student);
  }

  private void learn(Checkpoint teacher, Path data) {
    Compute compute =
        Compute.of(pace.device(), plan.training().precision(), plan.training().threads());
    if (plan.origin() instanceof Origin.Whole) {
      copy(teacher, compute);
    } else {
      learn(teacher, data, compute);
    }
    plan.finish()
        .ifPresent(how ->
            new Finishing(folder.root(), teacher.source(), data, plan, how).run(pace, listener));
  }

  private void learn(Checkpoint teacher, Path data, Compute compute) {
    String digest = folder.read("plan.json").requiredString("teacher_sha256");
    try (TokenFile train = TokenFile.open(data.resolve(TokenizedCorpus.TRAIN));
        TokenFile heldOut = TokenFile.open(data.resolve(TokenizedCorpus.HELD_OUT));
        var lesson = new Lesson(folder, plan, teacher, digest, compute, train, listener)) {
      lesson.run(pace, heldOut);
    }
  }

  /** A whole teacher is the student as it is. */
  private void copy(Checkpoint teacher, Compute compute) {
    try (var _ = new PointerScope();
        Parameters own = Parameters.of(teacher, compute, false)) {
      new RunExport(folder, teacher.config()).writeModel(own);
    }
  }
}
