package dev.coderev.cli;

import dev.coderev.review.result.ReviewResult;
import dev.coderev.review.run.Reviewer;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code coderev scan}: whole files and folders. */
@Command(
    name = "scan",
    description = "Reviews whole files and folders and reports what it finds.",
    sortOptions = false,
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:nothing at or above --fail-on",
      "1:findings at or above --fail-on",
      "2:wrong usage, configuration or input, or an internal failure",
      "3:nothing to analyse"
    })
final class ScanCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "PATH",
      arity = "0..*",
      description = "Files and folders (default: the current folder).")
  private List<Path> paths = List.of();

  @Mixin private RunOptionsMixin run = new RunOptionsMixin();
  @Mixin private ReportOptionsMixin report = new ReportOptionsMixin();
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Console console = CodeRev.consoleOf(spec);
    report.checkOutput(console);
    List<Path> places = CodeRev.resolve(console, paths);
    Reviewer reviewer = CodeRev.reviewer(console, places.getFirst(), run);
    ReviewResult result;
    try (Console.ShownProgress progress = console.progress(report.quiet())) {
      result = reviewer.scan(places, progress);
    }
    report.write(result, console);
    return CodeRev.exitCode(result, run, reviewer);
  }
}
