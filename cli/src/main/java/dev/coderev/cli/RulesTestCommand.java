package dev.coderev.cli;

import dev.coderev.analysis.rule.RuleProblem;
import dev.coderev.analysis.ruletest.FixtureReport;
import dev.coderev.analysis.ruletest.RuleVerdict;
import dev.coderev.review.run.RuleLoading;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code coderev rules test}: does every rule do what its fixture says? */
@Command(
    name = "test",
    description = {
      "Runs rules on their fixtures: x.yaml on x.py, x.java, …",
      "A comment 'ruleid: ID' marks the next line as one that must be found, 'ok: ID' as one that"
          + " must not. x.fixed.py shows what fixes make of x.py. Without PATH: the built-in rules."
    },
    sortOptions = false,
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:every rule passed", "1:a rule failed", "2:rules that cannot be read"})
final class RulesTestCommand implements Callable<Integer> {
  @Parameters(paramLabel = "PATH", arity = "0..*", description = "Rule files and folders.")
  private List<Path> paths = List.of();

  @Option(
      names = {"-q", "--quiet"},
      description = "Name only rules that fail.")
  private boolean quiet;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Console console = CodeRev.consoleOf(spec);
    FixtureReport report =
        RuleLoading.test(paths.stream().map(console.workingFolder()::resolve).toList());
    PrintWriter out = console.out();
    for (RuleVerdict verdict : report.verdicts()) {
      if (!quiet || !verdict.passed()) {
        out.printf("%s  %s%n", verdict.passed() ? "passed" : "FAILED", verdict.ruleId());
      }
      verdict.defects().forEach(defect -> out.println("        " + defect.message()));
    }
    for (RuleProblem problem : report.problems()) {
      out.println("FAILED  " + problem);
    }
    long passed = report.verdicts().stream().filter(RuleVerdict::passed).count();
    out.printf(
        Locale.ROOT,
        "%d rules passed, %d failed%s%n",
        passed,
        report.verdicts().size() - passed,
        report.problems().isEmpty() ? "" : ", " + report.problems().size() + " problems");
    out.flush();
    if (report.verdicts().isEmpty()) {
      return report.problems().isEmpty() ? ExitCode.NOTHING_TO_ANALYSE : ExitCode.FAILURE;
    }
    return report.passed() ? ExitCode.CLEAN : ExitCode.FINDINGS;
  }
}
