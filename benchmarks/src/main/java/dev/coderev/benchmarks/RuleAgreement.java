package dev.coderev.benchmarks;

import dev.coderev.analysis.engine.AnalysisLimits;
import dev.coderev.analysis.parse.dispatch.Parsers;
import dev.coderev.analysis.rule.ModelLibrary;
import dev.coderev.analysis.rule.RulesUnreadable;
import dev.coderev.analysis.ruletest.FixtureReport;
import dev.coderev.analysis.ruletest.FixtureRunner;
import dev.coderev.analysis.ruletest.RuleTest;
import dev.coderev.analysis.ruletest.RuleVerdict;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Measures on how many marked lines rules of others do what their authors say. What cannot be read
 * counts as a reason, not as the end.
 */
@Command(
    name = "RuleAgreement",
    description = "Runs a checkout of Semgrep rules on their own fixtures, folder by folder.",
    mixinStandardHelpOptions = true)
final class RuleAgreement extends Benchmark {
  private static final int MOST_REASONS = 10;

  @Option(
      names = "--rules",
      paramLabel = "DIR",
      required = true,
      description = "A checkout; its top folders are languages.")
  private Path rules;

  public static void main(String[] arguments) {
    main(new RuleAgreement(), arguments);
  }

  @Override
  Outcome measure(PrintStream log) throws IOException {
    require(Files.isDirectory(rules), "--rules: no such folder: " + rules);
    TextTable table = new TextTable("folder", "rules", "passed", "marks", "satisfied", "problems");
    List<Map<String, Object>> folders = new ArrayList<>();
    int marks = 0;
    int satisfied = 0;
    for (Path folder : folders()) {
      log.println(folder.getFileName());
      Tally tally = tally(folder);
      if (tally.rules > 0 || !tally.reasons.isEmpty()) {
        folders.add(tally.toJson(folder.getFileName().toString()));
        table.row(
            folder.getFileName(),
            tally.rules,
            tally.passed,
            tally.marks,
            tally.percent().map("%.1f %%"::formatted).orElse("–"),
            tally.problems);
      }
      marks += tally.marks;
      satisfied += tally.satisfied;
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("marks", marks);
    json.put("satisfied", satisfied);
    json.put("folders", folders);
    return new Outcome(json, table);
  }

  private List<Path> folders() throws IOException {
    try (Stream<Path> children = Files.list(rules)) {
      return children
          .filter(Files::isDirectory)
          .filter(folder -> !folder.getFileName().toString().startsWith("."))
          .sorted()
          .toList();
    }
  }

  private static Tally tally(Path folder) {
    Tally tally = new Tally();
    try {
      tally.add(
          new FixtureRunner(ModelLibrary.EMPTY, new Parsers(), AnalysisLimits.DEFAULT)
              .run(
                  RuleTest.in(folder).stream()
                      .filter(test -> !test.fixtures().isEmpty())
                      .toList()));
    } catch (RulesUnreadable e) {
      tally.reason("a rule or fixture cannot be read");
    }
    return tally;
  }

  /** What has been seen in one folder. */
  private static final class Tally {
    private final Map<String, Integer> reasons = new TreeMap<>();
    private int rules;
    private int passed;
    private int marks;
    private int satisfied;
    private int problems;

    void add(FixtureReport report) {
      problems = report.problems().size();
      report.problems().forEach(problem -> reason("problem: " + kind(problem.message())));
      for (RuleVerdict verdict : report.verdicts()) {
        rules++;
        passed += verdict.passed() ? 1 : 0;
        marks += verdict.marks();
        satisfied += verdict.satisfied();
        verdict.defects().forEach(defect -> reason(name(defect)));
      }
    }

    void reason(String reason) {
      reasons.merge(reason, 1, Integer::sum);
    }

    /** The message without what it quotes, so that alike ones count together. */
    private static String kind(String message) {
      return message.replaceAll("(?s)\".*\"", "…").replaceAll("'[^']*'", "…");
    }

    private static String name(RuleVerdict.Defect defect) {
      return switch (defect) {
        case RuleVerdict.Missing _ -> "does not fire on a line marked ruleid";
        case RuleVerdict.Unexpected _ -> "fires on a line not marked ruleid";
        case RuleVerdict.FixDiffers _ -> "fix differs";
        case RuleVerdict.NotRun _ -> "not run to the end";
        case RuleVerdict.NoFixture _ -> "no fixture";
        case RuleVerdict.NoBadLine _ -> "no line marked ruleid";
        case RuleVerdict.NoGoodLine _ -> "no line marked ok";
      };
    }

    /** Empty where nothing was compared. */
    Optional<Double> percent() {
      return marks == 0 ? Optional.empty() : Optional.of(100.0 * satisfied / marks);
    }

    Map<String, Object> toJson(String folder) {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("folder", folder);
      json.put("rules", rules);
      json.put("passed", passed);
      json.put("marks", marks);
      json.put("satisfied", satisfied);
      json.put("percent", percent());
      json.put("problems", problems);
      Map<String, Object> top = new LinkedHashMap<>();
      reasons.entrySet().stream()
          .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
          .limit(MOST_REASONS)
          .forEach(entry -> top.put(entry.getKey(), entry.getValue()));
      json.put("reasons", top);
      return json;
    }
  }
}
