package dev.coderev.cli.model;

import dev.coderev.model.checkpoint.Checkpoint;
import dev.coderev.model.config.ModelConfig;
import dev.coderev.model.json.JsonWriter;
import dev.coderev.training.TrainingException;
import dev.coderev.training.defect.DefectTask;
import dev.coderev.training.defect.TaskFile;
import dev.coderev.training.distill.Distillation;
import dev.coderev.training.distill.DistillationPlan;
import dev.coderev.training.distill.DistillationReport;
import dev.coderev.training.distill.Finish;
import dev.coderev.training.distill.Losses;
import dev.coderev.training.distill.Origin;
import dev.coderev.training.loop.RunListener;
import dev.coderev.training.student.LayerSelection;
import dev.coderev.training.student.Reduction;
import dev.coderev.training.student.StudentSize;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code coderev model distill}: a smaller model made of a larger one and taught by it. */
@Command(
    name = "distill",
    description = {
      "Makes a smaller model of a larger one, teaches it what the larger one says, and reports",
      "what it keeps. The output is a Hugging Face directory; --resume goes on."
    },
    sortOptions = false,
    mixinStandardHelpOptions = true)
final class ModelDistillCommand implements Callable<Integer> {
  @Parameters(paramLabel = "TEACHER", description = "A Hugging Face directory or a GGUF file.")
  private Path teacher = Path.of("");

  @Option(
      names = {"-o", "--out"},
      required = true,
      paramLabel = "DIR",
      description = "The run's folder: new, or one to go on with.")
  private Path out = Path.of("");

  @Option(names = "--resume", description = "Go on with the run of the folder.")
  private boolean resume;

  @Option(
      names = "--reduce",
      paramLabel = "WHAT",
      description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private Reduction reduction = Reduction.LAYERS;

  @Option(
      names = "--preset",
      paramLabel = "WORD",
      description = "tiny, small, medium or large. Default: ${DEFAULT-VALUE}.")
  private String preset = "small";

  @Option(
      names = "--ratio",
      paramLabel = "X",
      description = "How many times fewer parameters, in place of a preset.")
  private @Nullable Double ratio;

  @Option(
      names = "--student",
      paramLabel = "DIR",
      description = "A model to be taught, in place of one that is cut out of the teacher.")
  private @Nullable Path student;

  @Option(
      names = "--whole",
      description =
          "No smaller model: a copy of the teacher with few bits, which it heals itself; see"
              + " --finish. With --hard 0 and --temperature 1 it keeps nearest to the teacher.")
  private boolean whole;

  @Option(
      names = "--layer-selection",
      paramLabel = "RULE",
      description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private LayerSelection selection = LayerSelection.IMPORTANCE;

  @Option(names = "--no-refit", description = "No least squares before the first step.")
  private boolean noRefit;

  @Option(
      names = "--divergence",
      paramLabel = "NAME",
      description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private Losses.Divergence divergence = Losses.DEFAULT.divergence();

  @Option(names = "--mixture", paramLabel = "X", description = "Of JENSEN_SHANNON. Default: 0.5.")
  private double mixture = Losses.DEFAULT.mixture();

  @Option(names = "--temperature", paramLabel = "T", description = "Default: ${DEFAULT-VALUE}.")
  private double temperature = Losses.DEFAULT.temperature();

  @Option(
      names = "--hard",
      paramLabel = "SHARE",
      description = "Of the loss on the text's own tokens. Default: ${DEFAULT-VALUE}.")
  private double hard = Losses.DEFAULT.hard();

  @Option(
      names = "--hidden-weight",
      paramLabel = "X",
      description = "Of the streams behind matched layers. Default: ${DEFAULT-VALUE}.")
  private double hidden;

  @Option(
      names = "--attention-weight",
      paramLabel = "X",
      description = "Of what matched heads give. Default: ${DEFAULT-VALUE}.")
  private double attention;

  @Option(
      names = "--corpus",
      arity = "1..*",
      paramLabel = "PATH",
      description = "Texts to learn from. Default: what the teacher was pretrained on here.")
  private List<Path> corpus = List.of();

  @Option(
      names = "--from-scratch",
      description = "Train a model of the same size on the same tokens too, to compare with.")
  private boolean fromScratch;

  @Option(
      names = "--tasks",
      paramLabel = "FILE",
      description = "Defect tasks for the report, of 'coderev model tasks'.")
  private @Nullable Path tasks;

  @Mixin private AskingMixin asking = new AskingMixin();

  @Mixin private FinishMixin finish = new FinishMixin();

  @Mixin private TrainingMixin training = new TrainingMixin();

  @Mixin private ModelReportMixin form = new ModelReportMixin();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Path other = out.resolve("from-scratch");
    List<DefectTask> questions = tasks == null ? List.of() : TaskFile.read(tasks);
    RunListener listener = training.listener(spec.commandLine().getErr());
    try {
      if (resume) {
        Distillation.resume(out, training.pace(), listener);
      } else {
        Distillation.begin(out, teacher, corpus, plan(), training.pace(), listener);
      }
      if (Files.exists(other)) {
        Distillation.resume(other, training.pace(), listener);
      } else if (fromScratch) {
        DistillationPlan plain = plan().withoutTeacher();
        Distillation.begin(other, teacher, corpus, plain, training.pace(), listener);
      }
    } catch (NoClassDefFoundError e) {
      throw new TrainingException(
          "libtorch is not on the class path; start training through the launcher ./coderev", e);
    }
    report(Files.exists(other) ? Optional.of(other) : Optional.empty(), questions);
    return 0;
  }

  private void report(Optional<Path> other, List<DefectTask> questions) {
    DistillationReport report =
        DistillationReport.of(teacher, out, other, questions, training.threads());
    report.write(out);
    PrintWriter words = spec.commandLine().getOut();
    words.print(form.isJson() ? JsonWriter.indented(report.json()) : report.text());
    words.flush();
  }

  private DistillationPlan plan() {
    if (preset.isBlank()) {
      throw new ParameterException(spec.commandLine(), "--preset names no size");
    }
    try (Checkpoint checkpoint = Checkpoint.open(teacher)) {
      ModelConfig config = checkpoint.config();
      Origin origin = origin(config);
      var losses = new Losses(divergence, mixture, temperature, hard, hidden, attention);
      var plan = new DistillationPlan(training.plan(), origin, losses).asked(asking.asking());
      Optional<Finish> few = finish.finish(origin.config(config), training.plan());
      if (whole && (few.isEmpty() || fromScratch)) {
        throw new ParameterException(
            spec.commandLine(), "--whole needs --finish, and no --from-scratch");
      }
      return few.map(plan::finished).orElse(plan);
    }
  }

  private Origin origin(ModelConfig config) {
    if (whole) {
      return new Origin.Whole();
    }
    if (student != null) {
      return new Origin.Given(student);
    }
    StudentSize size =
        ratio == null
            ? StudentSize.preset(config, reduction, preset)
            : StudentSize.ratio(config, reduction, ratio);
    return new Origin.Cut(size, selection, !noRefit);
  }
}
