package dev.coderev.benchmarks;

import dev.coderev.model.checkpoint.Checkpoint;
import dev.coderev.model.config.ModelConfig;
import dev.coderev.model.convert.QuantizationRecipe;
import dev.coderev.model.convert.QuantizationRecipe.Layout;
import dev.coderev.model.convert.QuantizationRecipe.Method;
import dev.coderev.training.TrainingException;
import dev.coderev.training.corpus.Corpus;
import dev.coderev.training.defect.DefectTask;
import dev.coderev.training.defect.TaskFile;
import dev.coderev.training.defect.inject.TaskGenerator;
import dev.coderev.training.defect.inject.TaskOptions;
import dev.coderev.training.distill.Distillation;
import dev.coderev.training.distill.DistillationPlan;
import dev.coderev.training.distill.DistillationReport;
import dev.coderev.training.distill.Finish;
import dev.coderev.training.distill.Losses;
import dev.coderev.training.distill.Origin;
import dev.coderev.training.loop.Pace;
import dev.coderev.training.loop.RunListener;
import dev.coderev.training.loop.TrainingPlan;
import dev.coderev.training.network.NextToken;
import dev.coderev.training.student.LayerSelection;
import dev.coderev.training.student.Reduction;
import dev.coderev.training.student.StudentSize;
import dev.coderev.training.torch.Compute;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Distils a teacher in several ways, each with several seeds and beside a model of the same size
 * from scratch, and holds what came out against the bars of the project. Runs that are there are
 * gone on with.
 */
@Command(
    name = "DistillationBars",
    description =
        "Distils a teacher in every way, with seeds and rivals, and tests the differences.",
    mixinStandardHelpOptions = true)
final class DistillationBars extends Benchmark {

  @Option(names = "--teacher", required = true, paramLabel = "DIR")
  private Path teacher = Path.of("");

  @Option(
      names = "--tasks-from",
      required = true,
      arity = "1..*",
      paramLabel = "PATH",
      description = "The corpus of the teacher, whose held-out Java files become defect tasks.")
  private List<Path> corpus = List.of();

  @Option(
      names = "--learn-from",
      arity = "1..*",
      paramLabel = "PATH",
      description = "Texts. Default: the tokens that the teacher was pretrained on here.")
  private List<Path> texts = List.of();

  @Option(
      names = "--work",
      required = true,
      paramLabel = "DIR",
      description = "A folder for what is made; it stays, and is gone on with.")
  private Path work = Path.of("");

  @Option(
      names = "--reduce",
      split = ",",
      paramLabel = "WHAT",
      description = "${COMPLETION-CANDIDATES}. Default: all.")
  private List<Reduction> reductions = List.of(Reduction.values());

  @Option(names = "--ratio", split = ",", paramLabel = "X", description = "Default: 2.")
  private List<Double> ratios = List.of(2.0);

  @Option(names = "--seeds", paramLabel = "N", description = "Default: ${DEFAULT-VALUE}.")
  private int seeds = 3;

  @Option(names = "--per-kind", paramLabel = "N", description = "Default: ${DEFAULT-VALUE}.")
  private int perKind = 400;

  @Option(names = "--held-out", paramLabel = "SHARE", description = "Default: ${DEFAULT-VALUE}.")
  private double heldOut = 0.02;

  @Option(names = "--tokens", paramLabel = "N", description = "Default: ${DEFAULT-VALUE}.")
  private long tokens = 5_000_000;

  @Option(names = "--batch", paramLabel = "N", description = "Default: ${DEFAULT-VALUE}.")
  private int batch = 16;

  @Option(names = "--length", paramLabel = "N", description = "Default: ${DEFAULT-VALUE}.")
  private int length = 512;

  @Option(names = "--rate", paramLabel = "X", description = "Default: ${DEFAULT-VALUE}.")
  private double rate = 1e-3;

  @Option(
      names = "--finish",
      paramLabel = "METHOD",
      description = "Of four bits, in groups of 32: ${COMPLETION-CANDIDATES}. Default: NF4.")
  private Method finish = Method.NF4;

  @Option(names = "--threads", paramLabel = "N", description = "Default: ${DEFAULT-VALUE}.")
  private int threads = 1;

  public static void main(String[] arguments) {
    main(new DistillationBars(), arguments);
  }

  @Override
  Outcome measure(PrintStream log) throws IOException {
    require(Files.exists(teacher), "--teacher: no such directory: " + teacher);
    require(seeds > 0, "--seeds: at least one");
    Files.createDirectories(work);
    try {
      List<DefectTask> tasks = tasks();
      Map<String, Object> json = new LinkedHashMap<>();
      List<Map<String, Object>> ways = new ArrayList<>();
      TextTable table = DistillationSummary.table();
      Optional<DistillationReport.Model> measured = Optional.empty();
      for (Reduction reduction : reductions) {
        for (double ratio : ratios) {
          List<DistillationReport> reports = new ArrayList<>();
          for (int seed = 1; seed <= seeds; seed++) {
            DistillationReport report = report(reduction, ratio, seed, measured, tasks, log);
            measured = Optional.of(report.teacher());
            reports.add(report);
            log.print(report.text());
          }
          String name = String.format(Locale.ROOT, "%s ÷ %.3g", reduction, ratio);
          var summary = new DistillationSummary(name, reports);
          ways.add(summary.toJson());
          summary.addTo(table);
        }
      }
      json.put("tasks", tasks.size());
      json.put("ways", ways);
      return new Outcome(json, table);
    } catch (TrainingException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private List<DefectTask> tasks() {
    Path file = work.resolve("tasks.jsonl");
    if (!Files.exists(file)) {
      var options =
          new TaskOptions(
              perKind,
              heldOut,
              TaskOptions.DEFAULT.candidates(),
              TaskOptions.DEFAULT.tune(),
              TaskOptions.DEFAULT.seed());
      TaskFile.write(file, new TaskGenerator(options).generate(Corpus.of(corpus)));
    }
    return TaskFile.read(file);
  }

  private DistillationReport report(
      Reduction reduction,
      double ratio,
      int seed,
      Optional<DistillationReport.Model> measured,
      List<DefectTask> tasks,
      PrintStream log) {
    String name = String.format(Locale.ROOT, "%s-%.3gx-%d", reduction, ratio, seed);
    Path student = work.resolve(name.toLowerCase(Locale.ROOT));
    Path rival = student.resolve("from-scratch");
    DistillationPlan plan = plan(reduction, ratio, seed);
    log.println(name);
    run(student, plan, log);
    run(rival, plan.withoutTeacher(), log);
    return measured
        .map(it -> DistillationReport.of(teacher, it, student, Optional.of(rival), tasks, threads))
        .orElseGet(
            () -> DistillationReport.of(teacher, student, Optional.of(rival), tasks, threads));
  }

  private void run(Path folder, DistillationPlan plan, PrintStream log) {
    var pace = new Pace("cpu", 100, 100);
    if (Files.exists(folder.resolve("training").resolve("plan.json"))) {
      Distillation.resume(folder, pace, new Heard(log));
    } else {
      Distillation.begin(folder, teacher, texts, plan, pace, new Heard(log));
    }
  }

  private DistillationPlan plan(Reduction reduction, double ratio, int seed) {
    try (Checkpoint checkpoint = Checkpoint.open(teacher)) {
      ModelConfig config = checkpoint.config();
      StudentSize size = StudentSize.ratio(config, reduction, ratio);
      var training =
          new TrainingPlan(
              tokens,
              batch,
              Math.min(4, batch),
              length,
              rate,
              0.02,
              seed,
              0,
              heldOut,
              Compute.Precision.BF16,
              threads);
      var recipe = new QuantizationRecipe(finish, finish.usualBits(), 32, true, false, Layout.GPTQ);
      return new DistillationPlan(
              training, new Origin.Cut(size, LayerSelection.IMPORTANCE, true), Losses.DEFAULT)
          .finished(new Finish(recipe, Math.max(1, tokens / 10), rate / 5));
    }
  }

  /** Says what happens, but not each step. */
  private record Heard(PrintStream log) implements RunListener {

    @Override
    public void stepped(Step step) {}

    @Override
    public void evaluated(long step, NextToken.Foretold foretold) {
      log.printf(Locale.ROOT, "step %d: held-out loss %.3f%n", step, foretold.mean());
    }

    @Override
    public void noted(String text) {
      log.println(text);
    }
  }
}
