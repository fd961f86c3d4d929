package dev.coderev.cli;

import dev.coderev.analysis.rule.Rule;
import dev.coderev.analysis.rule.RuleFix;
import dev.coderev.analysis.rule.RuleMode;
import dev.coderev.analysis.yaml.NearestWord;
import dev.coderev.review.ReviewException;
import dev.coderev.review.run.RuleLoading;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code coderev rules explain}: everything a rule says about itself. */
@Command(
    name = "explain",
    description = "Says what a rule finds, why it matters and what to do.",
    sortOptions = false,
    mixinStandardHelpOptions = true)
final class RulesExplainCommand implements Callable<Integer> {
  private static final int WIDTH = 80;

  @Parameters(paramLabel = "ID", description = "The rule's id.")
  private String id = "";

  @Option(
      names = "--rules",
      paramLabel = "PATH",
      arity = "1..*",
      description = "Rule files or folders to look in too.")
  private List<Path> rules = List.of();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Console console = CodeRev.consoleOf(spec);
    List<Rule> known =
        RuleLoading.all(rules.stream().map(console.workingFolder()::resolve).toList()).orThrow();
    Rule rule =
        known.stream()
            .filter(candidate -> candidate.id().equals(id))
            .findFirst()
            .orElseThrow(() ->
                new ReviewException(
                    "no rule '"
                        + id
                        + "'"
                        + NearestWord.hint(id, known.stream().map(Rule::id).toList())));
    PrintWriter out = console.out();
    out.println(rule.id());
    out.println();
    out.print(RuleWords.wrapped(rule.message(), "  ", WIDTH));
    out.println();
    line(out, "severity", rule.severity().id());
    line(out, "confidence", rule.confidence().id());
    line(out, "category", rule.metadata().category());
    line(out, "languages", RuleWords.languages(rule));
    line(
        out,
        "finds by",
        rule.mode() instanceof RuleMode.Taint
            ? "taint analysis: data flowing from a source to a sink"
            : "matching patterns");
    line(out, "fix", rule.fix().map(RulesExplainCommand::describe).orElse("none"));
    rule.metadata().cwe().forEach(cwe -> line(out, "weakness", cwe));
    rule.metadata().owasp().forEach(owasp -> line(out, "OWASP", owasp));
    rule.metadata().references().forEach(reference -> line(out, "read", reference));
    line(out, "defined in", rule.place().toString());
    out.flush();
    return ExitCode.CLEAN;
  }

  private static String describe(RuleFix fix) {
    return switch (fix) {
      case RuleFix.Replacement _ -> "offered by 'coderev fix' where it is proven";
      case RuleFix.RegexReplacement _ -> "offered by 'coderev fix' where it is proven (by regex)";
    };
  }

  private static void line(PrintWriter out, String label, String value) {
    if (!value.isEmpty()) {
      out.printf("  %-11s %s%n", label, value);
    }
  }
}
