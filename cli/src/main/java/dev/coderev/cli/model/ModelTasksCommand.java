package dev.coderev.cli.model;

import dev.coderev.training.corpus.Corpus;
import dev.coderev.training.defect.DefectKind;
import dev.coderev.training.defect.DefectTask;
import dev.coderev.training.defect.TaskFile;
import dev.coderev.training.defect.inject.TaskGenerator;
import dev.coderev.training.defect.inject.TaskOptions;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code coderev model tasks}: questions about defects that were put into real methods. */
@Command(
    name = "tasks",
    description = {
      "Puts defects into methods of Java files that pretraining held out, and writes questions",
      "about them as lines of JSON, for 'coderev model eval --tasks'."
    },
    sortOptions = false,
    mixinStandardHelpOptions = true)
final class ModelTasksCommand implements Callable<Integer> {
  @Option(
      names = "--corpus",
      arity = "1..*",
      required = true,
      paramLabel = "PATH",
      description = "Files, folders or zip archives with Java sources: those of pretraining.")
  private List<Path> corpus = List.of();

  @Option(
      names = {"-o", "--out"},
      required = true,
      paramLabel = "FILE",
      description = "The file to write; it must not exist.")
  private Path out = Path.of("");

  @Option(
      names = "--per-kind",
      paramLabel = "N",
      description =
          "Tasks of each kind of defect at most, half of them without. Default: ${DEFAULT-VALUE}.")
  private int perKind = TaskOptions.DEFAULT.perKind();

  @Option(
      names = "--held-out",
      paramLabel = "SHARE",
      description =
          "The share of texts that pretraining kept away, as given there. Default:"
              + " ${DEFAULT-VALUE}.")
  private double heldOut = TaskOptions.DEFAULT.heldOut();

  @Option(names = "--seed", paramLabel = "N", description = "Default: ${DEFAULT-VALUE}.")
  private long seed = TaskOptions.DEFAULT.seed();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    var options =
        new TaskOptions(
            perKind, heldOut, TaskOptions.DEFAULT.candidates(), TaskOptions.DEFAULT.tune(), seed);
    List<DefectTask> tasks = new TaskGenerator(options).generate(Corpus.of(corpus));
    TaskFile.write(out, tasks);
    PrintWriter words = spec.commandLine().getOut();
    for (DefectKind kind : DefectKind.values()) {
      long all = tasks.stream().filter(it -> it.kind() == kind).count();
      words.printf(Locale.ROOT, "%-20s %d tasks%n", kind.word(), all);
    }
    words.flush();
    return 0;
  }
}
