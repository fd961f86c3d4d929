package dev.coderev.cli;

import dev.coderev.analysis.finding.Severity;
import dev.coderev.analysis.rule.Rule;
import dev.coderev.analysis.source.Language;
import dev.coderev.review.ReviewException;
import dev.coderev.review.run.RuleLoading;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code coderev rules list}: one line a rule. */
@Command(
    name = "list",
    description = "Lists the built-in rules and those of --rules, one line each.",
    sortOptions = false,
    mixinStandardHelpOptions = true)
final class RulesListCommand implements Callable<Integer> {
  @Option(
      names = "--rules",
      paramLabel = "PATH",
      arity = "1..*",
      description = "Rule files or folders, listed too.")
  private List<Path> rules = List.of();

  @Option(
      names = "--language",
      paramLabel = "LANGUAGE",
      description = "Only rules for this language.")
  private @Nullable String language;

  @Option(
      names = "--severity",
      paramLabel = "MIN",
      converter = SeverityConverter.class,
      description = "Only rules of this severity or above.")
  private @Nullable Severity severity;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Console console = CodeRev.consoleOf(spec);
    Optional<Language> wanted = Optional.ofNullable(language).map(RulesListCommand::languageOf);
    List<Rule> listed =
        RuleLoading.all(rules.stream().map(console.workingFolder()::resolve).toList())
            .orThrow()
            .stream()
            .filter(rule -> wanted.isEmpty() || rule.languages().contains(wanted.get()))
            .filter(rule -> severity == null || rule.severity().isAtLeast(severity))
            .sorted(Comparator.comparing(Rule::id))
            .toList();
    PrintWriter out = console.out();
    int width = listed.stream().mapToInt(rule -> rule.id().length()).max().orElse(0);
    for (Rule rule : listed) {
      out.printf(
          Locale.ROOT,
          "%-" + width + "s  %-8s  %-15s  %s%n",
          rule.id(),
          rule.severity().id(),
          rule.metadata().category(),
          RuleWords.languages(rule));
    }
    out.printf(Locale.ROOT, "%d rules%n", listed.size());
    out.flush();
    return ExitCode.CLEAN;
  }

  private static Language languageOf(String id) {
    return Language.byId(id)
        .orElseThrow(() -> new ReviewException("'" + id + "' is no language that CodeRev knows"));
  }
}
