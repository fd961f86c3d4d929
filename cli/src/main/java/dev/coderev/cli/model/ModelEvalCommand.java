package dev.coderev.cli.model;

import dev.coderev.model.ModelException;
import dev.coderev.model.evaluate.Evaluation;
import dev.coderev.model.evaluate.EvaluationReport;
import dev.coderev.model.evaluate.EvaluationTexts;
import dev.coderev.model.json.JsonWriter;
import dev.coderev.model.runtime.RuntimeOptions;
import dev.coderev.model.tokens.Tokenizer;
import dev.coderev.training.data.TokenFile;
import dev.coderev.training.defect.DefectTask;
import dev.coderev.training.defect.TaskFile;
import dev.coderev.training.defect.measure.DefectScores;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code coderev model eval}: what a checkpoint loses against another. */
@Command(
    name = "eval",
    description = {
      "Measures a checkpoint against the one it was made from: size, perplexity, divergence, and",
      "how often both guess the same token, with 95 %% intervals over documents.",
      "With --tasks, or in place of that: how well it finds the defects of 'coderev model tasks'."
    },
    sortOptions = false,
    mixinStandardHelpOptions = true)
final class ModelEvalCommand implements Callable<Integer> {
  private enum Format {
    TEXT,
    JSON,
    MARKDOWN
  }

  @Parameters(paramLabel = "PATH", description = "A Hugging Face directory or a GGUF file.")
  private Path candidate = Path.of("");

  @Option(
      names = "--against",
      paramLabel = "PATH",
      description = "The checkpoint it was made from.")
  private @Nullable Path reference;

  @Option(
      names = "--tasks",
      paramLabel = "FILE",
      description = "Defect tasks: whether, where and what, answered by likelihood.")
  private @Nullable Path tasks;

  @Option(
      names = "--texts",
      arity = "1..*",
      paramLabel = "PATH",
      description =
          "UTF-8 files, or folders of them; each file is a document. Default: what pretraining of"
              + " the other checkpoint held out.")
  private List<Path> texts = List.of();

  @Option(
      names = "--tokens",
      paramLabel = "N",
      description = "The most tokens to measure with. Default: ${DEFAULT-VALUE}.")
  private long tokens = 65_536;

  @Option(
      names = "--length",
      paramLabel = "N",
      description = "Tokens that a model sees at once. Default: ${DEFAULT-VALUE}.")
  private int length = 512;

  @Option(
      names = "--resamples",
      paramLabel = "N",
      description = "Of the documents, for the intervals. Default: ${DEFAULT-VALUE}.")
  private int resamples = 1000;

  @Option(names = "--seed", paramLabel = "N", description = "Default: ${DEFAULT-VALUE}.")
  private long seed = 1;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads that compute. Default: one fewer than processors.")
  private int threads = RuntimeOptions.defaults().threads();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "Of the report: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private Format format = Format.TEXT;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    if (reference == null && tasks == null) {
      throw new ParameterException(
          spec.commandLine(), "--against or --tasks says what to measure; one is required");
    }
    PrintWriter out = spec.commandLine().getOut();
    if (reference != null) {
      out.print(against(reference));
    }
    if (tasks != null) {
      out.print(score(TaskFile.read(tasks)));
    }
    out.flush();
    return 0;
  }

  private String against(Path other) {
    if (tokens < 2) {
      throw new ModelException("--tokens must be at least 2");
    }
    EvaluationTexts documents = documents(other).atMost(tokens);
    EvaluationReport report =
        new Evaluation(candidate, other, documents, length, resamples, seed)
            .run(threads, progress(documents.documents().size(), "documents"));
    return switch (format) {
      case TEXT -> report.text();
      case JSON -> JsonWriter.indented(report.json());
      case MARKDOWN -> report.markdown();
    };
  }

  private String score(List<DefectTask> questions) {
    DefectScores scores =
        DefectScores.of(candidate, questions, threads, progress(questions.size(), "tasks"));
    return format == Format.JSON ? JsonWriter.indented(scores.json()) : scores.text();
  }

  private IntConsumer progress(int all, String what) {
    PrintWriter err = spec.commandLine().getErr();
    return done -> {
      if (done % Math.max(1, all / 10) == 0) {
        err.printf("%d of %d %s%n", done, all, what);
        err.flush();
      }
    };
  }

  private EvaluationTexts documents(Path other) {
    if (!texts.isEmpty()) {
      try (Tokenizer tokenizer = Tokenizer.open(other)) {
        return EvaluationTexts.of(tokenizer, texts);
      }
    }
    Path heldOut = other.resolve("training").resolve("held-out.tokens");
    if (!Files.isRegularFile(heldOut)) {
      throw new ModelException(other + " holds no held-out texts; name some with --texts");
    }
    try (TokenFile file = TokenFile.open(heldOut)) {
      return new EvaluationTexts(
          IntStream.range(0, file.documents()).mapToObj(file::document).toList());
    }
  }
}
