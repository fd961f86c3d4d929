package dev.coderev.cli;

import dev.coderev.analysis.rule.RuleProblem;
import dev.coderev.analysis.rule.RuleReading;
import dev.coderev.review.run.RuleLoading;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code coderev rules validate}: is every rule sound? */
@Command(
    name = "validate",
    description = "Checks rule files and names every problem with file, line and column.",
    sortOptions = false,
    mixinStandardHelpOptions = true)
final class RulesValidateCommand implements Callable<Integer> {
  @Parameters(paramLabel = "PATH", arity = "1..*", description = "Rule files and folders.")
  private List<Path> paths = List.of();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Console console = CodeRev.consoleOf(spec);
    RuleReading reading =
        RuleLoading.validate(paths.stream().map(console.workingFolder()::resolve).toList());
    PrintWriter out = console.out();
    for (RuleProblem problem : reading.problems()) {
      out.println(problem);
    }
    reading.notes().forEach(out::println);
    out.printf(
        Locale.ROOT,
        "%d sound rules, %d problems%n",
        reading.rules().size(),
        reading.problems().size());
    out.flush();
    return reading.problems().isEmpty() ? ExitCode.CLEAN : ExitCode.FAILURE;
  }
}
