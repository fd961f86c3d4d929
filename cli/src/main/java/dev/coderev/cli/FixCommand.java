package dev.coderev.cli;

import dev.coderev.analysis.finding.Finding;
import dev.coderev.analysis.finding.Severity;
import dev.coderev.analysis.fix.FileFixes;
import dev.coderev.analysis.fix.FixOutcome.ProvenFix;
import dev.coderev.analysis.fix.FixOutcome.RejectedFix;
import dev.coderev.review.fix.FixWriter;
import dev.coderev.review.fix.UnifiedDiff;
import dev.coderev.review.fix.WriteOutcome;
import dev.coderev.review.report.fact.Statements;
import dev.coderev.review.run.FixRun;
import dev.coderev.review.run.Reviewer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code coderev fix}: the proven repairs, shown or written. */
@Command(
    name = "fix",
    description = {
      "Shows the proven fixes as a diff; with --apply, writes them.",
      "A fix is proven when the edited file still parses, the rule is silent there and nothing new"
          + " appears."
    },
    sortOptions = false,
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:no finding at or above --fail-on is left",
      "1:findings at or above --fail-on are left (without --apply: are there)",
      "2:wrong usage, configuration or input, a file that could not be written, or an internal"
          + " failure",
      "3:nothing to analyse"
    })
final class FixCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "PATH",
      arity = "0..*",
      description = "Files and folders (default: the current folder).")
  private List<Path> paths = List.of();

  @Option(names = "--apply", description = "Write the fixed files.")
  private boolean apply;

  @Mixin private RunOptionsMixin run = new RunOptionsMixin();
  @Mixin private ReportOptionsMixin report = new ReportOptionsMixin();
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Console console = CodeRev.consoleOf(spec);
    report.checkOutput(console);
    List<Path> places = CodeRev.resolve(console, paths);
    Reviewer reviewer = CodeRev.reviewer(console, places.getFirst(), run);
    FixRun fixes;
    try (Console.ShownProgress progress = console.progress(report.quiet())) {
      fixes = reviewer.fixes(places, progress);
    }
    if (report.isText()) {
      report.writeText(diffs(fixes), console);
    } else {
      report.write(fixes.result(), console);
    }
    explainRejected(fixes, console);
    Set<Finding> repaired = new HashSet<>();
    int code = apply ? write(fixes, reviewer.root(), repaired, console) : ExitCode.CLEAN;
    summarize(fixes, repaired, console);
    if (code != ExitCode.CLEAN || fixes.result().coverage().examined().isEmpty()) {
      return code != ExitCode.CLEAN ? code : ExitCode.NOTHING_TO_ANALYSE;
    }
    Severity failOn = CodeRev.failOn(run, reviewer);
    return fixes.result().active().stream()
            .filter(finding -> repaired.stream().noneMatch(fixed -> isSame(fixed, finding)))
            .anyMatch(finding -> finding.severity().isAtLeast(failOn))
        ? ExitCode.FINDINGS
        : ExitCode.CLEAN;
  }

  private static boolean isSame(Finding one, Finding other) {
    return one.fingerprint().equals(other.fingerprint()) && one.place().equals(other.place());
  }

  private static String diffs(FixRun fixes) {
    StringBuilder all = new StringBuilder();
    for (FileFixes file : fixes.files()) {
      all.append(UnifiedDiff.of(file.before().path(), file.before().text(), file.after()));
    }
    return all.toString();
  }

  private int write(FixRun fixes, Path root, Set<Finding> repaired, Console console) {
    int code = ExitCode.CLEAN;
    FixWriter writer = new FixWriter();
    for (FileFixes file : fixes.files()) {
      if (!file.isChange()) {
        continue;
      }
      switch (writer.write(root.resolve(file.before().path()), file)) {
        case WriteOutcome.Written _ ->
            file.proven().stream().map(ProvenFix::finding).forEach(repaired::add);
        case WriteOutcome.Refused refused -> {
          console.err().println("coderev: " + file.before().path() + ": " + refused.reason());
          code = ExitCode.FAILURE;
        }
      }
    }
    return code;
  }

  private void explainRejected(FixRun fixes, Console console) {
    if (report.quiet() || !CodeRev.isVerbose(spec)) {
      return;
    }
    for (FileFixes file : fixes.files()) {
      for (RejectedFix rejected : file.rejected()) {
        Finding finding = rejected.finding();
        console
            .err()
            .println(
                finding.place().path()
                    + ":"
                    + finding.place().start().line()
                    + ": no fix for "
                    + finding.ruleId()
                    + ": "
                    + rejected.reason());
      }
    }
  }

  private void summarize(FixRun fixes, Set<Finding> repaired, Console console) {
    if (report.quiet()) {
      console.err().flush();
      return;
    }
    List<ProvenFix> proven = new ArrayList<>();
    int rejected = 0;
    int files = 0;
    for (FileFixes file : fixes.files()) {
      proven.addAll(file.proven());
      rejected += file.rejected().size();
      files += file.isChange() ? 1 : 0;
    }
    console
        .err()
        .printf(
            Locale.ROOT,
            "%d of %d findings have a proven fix, in %s%s; %s%n",
            proven.size(),
            fixes.result().active().size(),
            Statements.count(files, "file"),
            rejected == 0 ? "" : " (" + rejected + " fixes not proven, --verbose says why)",
            apply ? repaired.size() + " applied" : "--apply writes them");
    console.err().flush();
  }
}
