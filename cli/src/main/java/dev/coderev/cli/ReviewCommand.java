package dev.coderev.cli;

import dev.coderev.review.ReviewException;
import dev.coderev.review.change.Change;
import dev.coderev.review.change.GitChanges;
import dev.coderev.review.change.PlainDiff;
import dev.coderev.review.result.ReviewResult;
import dev.coderev.review.run.Reviewer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code coderev review}: only what a change introduced. */
@Command(
    name = "review",
    description = {
      "Reviews a change and reports only what it introduced.",
      "Without --base, --staged or --diff: everything that differs from HEAD."
    },
    sortOptions = false,
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the change introduces nothing at or above --fail-on",
      "1:it introduces findings at or above --fail-on",
      "2:wrong usage, configuration or input, or an internal failure",
      "3:the change is empty"
    })
final class ReviewCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "PATH",
      arity = "0..1",
      description = "The project, or the part of it to review (default: the current folder).")
  private @Nullable Path path;

  @ArgGroup private ChangeSource source = new ChangeSource();
  @Mixin private RunOptionsMixin run = new RunOptionsMixin();
  @Mixin private ReportOptionsMixin report = new ReportOptionsMixin();
  @Spec private CommandSpec spec;

  /** Where the change comes from; one at the most. */
  static final class ChangeSource {
    @Option(
        names = "--base",
        paramLabel = "REF",
        description =
            "What came since REF: a revision (from its merge base to the working folder), A..B or"
                + " A...B.")
    private @Nullable String base;

    @Option(names = "--staged", description = "What the next commit would contain.")
    private boolean staged;

    @Option(
        names = "--diff",
        paramLabel = "FILE",
        description =
            "A unified diff over the files of the project, before or after it was applied; - reads"
                + " standard input.")
    private @Nullable String diff;
  }

  @Override
  public Integer call() throws IOException {
    Console console = CodeRev.consoleOf(spec);
    report.checkOutput(console);
    Path place = CodeRev.resolve(console, path == null ? List.of() : List.of(path)).getFirst();
    String diff = source.diff;
    if (diff != null) {
      Reviewer reviewer = CodeRev.reviewer(console, place, run);
      return review(reviewer, plainDiff(diff, reviewer.root(), console), place, console);
    }
    try (GitChanges git = GitChanges.open(Files.isDirectory(place) ? place : parentOf(place))) {
      Reviewer reviewer = CodeRev.reviewerAt(console, git.root().toRealPath(), run);
      Change change =
          source.base != null
              ? git.since(source.base)
              : source.staged ? git.staged() : git.uncommitted();
      return review(reviewer, change, place, console);
    }
  }

  private static Path parentOf(Path file) {
    Path parent = file.getParent();
    return parent == null ? file : parent;
  }

  private static Change plainDiff(String name, Path root, Console console) throws IOException {
    if (name.equals("-")) {
      return PlainDiff.read("standard input", System.in.readAllBytes(), root);
    }
    Path file = console.workingFolder().resolve(name);
    if (!Files.isRegularFile(file)) {
      throw new ReviewException(name + ": no such diff");
    }
    return PlainDiff.read(name, Files.readAllBytes(file), root);
  }

  private int review(Reviewer reviewer, Change whole, Path place, Console console) {
    Change change = reviewer.root().equals(place) ? whole : whole.below(reviewer.root(), place);
    ReviewResult result;
    try (Console.ShownProgress progress = console.progress(report.quiet())) {
      result = reviewer.review(change, progress);
    }
    report.write(result, reviewer.texts(change), console);
    return CodeRev.exitCode(result, run, reviewer);
  }
}
