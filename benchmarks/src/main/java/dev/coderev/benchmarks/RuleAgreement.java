package dev.coderev.benchmarks;

import dev.coderev.analysis.engine.AnalysisLimits;
import dev.coderev.analysis.parse.dispatch.Parsers;
import dev.coderev.analysis.rule.ModelLibrary;
import dev.coderev.analysis.rule.RuleProblem;
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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Measures on how many marked lines rules of others do what their authors say: by folder, by
 * language and by what the rules use. What cannot be read is a reason, not the end, and its marks
 * count as missed in a column of their own.
 */
@Command(
    name = "RuleAgreement",
    description = "Runs a checkout of Semgrep rules on their own fixtures, folder by folder.",
    mixinStandardHelpOptions = true)
final class RuleAgreement extends Benchmark {
  @Option(
      names = "--rules",
      paramLabel = "DIR",
      required = true,
      description = "A checkout; its top folders are languages.")
  private Path rules;

  private final Map<String, Agreement> languages = new TreeMap<>();
  private final Map<String, Agreement> features = new TreeMap<>();
  private final Set<String> differing = new HashSet<>();
  private int fixes;

  public static void main(String[] arguments) {
    main(new RuleAgreement(), arguments);
  }

  @Override
  Outcome measure(PrintStream log) throws IOException {
    require(Files.isDirectory(rules), "--rules: no such folder: " + rules);
    Map<String, Agreement> folders = new LinkedHashMap<>();
    for (Path folder : folders()) {
      log.println(folder.getFileName());
      Agreement agreement = agreement(folder);
      if (!agreement.isEmpty()) {
        folders.put(folder.getFileName().toString(), agreement);
      }
    }
    TextTable table =
        new TextTable(
            "group", "rules", "passed", "problems", "marks", "agree", "all marks", "agree of all");
    folders.forEach((name, agreement) -> agreement.row(table, name));
    languages.forEach((name, agreement) -> agreement.row(table, "language " + name));
    features.forEach((name, agreement) -> agreement.row(table, "uses " + name));
    int marks = folders.values().stream().mapToInt(Agreement::marks).sum();
    int satisfied = folders.values().stream().mapToInt(Agreement::satisfied).sum();
    int all = folders.values().stream().mapToInt(Agreement::all).sum();
    table.row("all", "", "", "", marks, share(satisfied, marks), all, share(satisfied, all));
    table.row("fixed files", "", "", "", fixes, share(fixes - differing.size(), fixes), "", "");
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("marks", marks);
    json.put("satisfied", satisfied);
    json.put("allMarks", all);
    json.put("fixedFiles", fixes);
    json.put("fixedFilesSame", fixes - differing.size());
    json.put("folders", list("folder", folders));
    json.put("languages", list("language", languages));
    json.put("features", list("feature", features));
    return new Outcome(json, table);
  }

  private static String share(int part, int whole) {
    return whole == 0 ? "–" : "%.1f %%".formatted(100.0 * part / whole);
  }

  private static List<Map<String, Object>> list(String group, Map<String, Agreement> agreements) {
    List<Map<String, Object>> list = new ArrayList<>();
    agreements.forEach((name, agreement) -> list.add(agreement.toJson(group, name)));
    return list;
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

  private Agreement agreement(Path folder) {
    Agreement agreement = new Agreement();
    try {
      List<RuleTest> tests =
          RuleTest.in(folder).stream().filter(test -> !test.fixtures().isEmpty()).toList();
      FixtureReport report =
          new FixtureRunner(ModelLibrary.EMPTY, new Parsers(), AnalysisLimits.DEFAULT).run(tests);
      Map<String, RuleFacts> facts = new TreeMap<>();
      for (RuleTest test : tests) {
        RuleFacts own = RuleFacts.of(test.rules().text());
        facts.put(test.rules().name(), own);
        int marks = test.marks();
        agreement.allMarks(marks);
        groups(own).forEach(group -> group.allMarks(marks));
        fixes += test.expectations();
      }
      for (RuleVerdict verdict : report.verdicts()) {
        agreement.add(verdict);
        groups(facts.getOrDefault(verdict.ruleFile(), RuleFacts.of("")))
            .forEach(group -> group.add(verdict));
        for (RuleVerdict.Defect defect : verdict.defects()) {
          if (defect instanceof RuleVerdict.FixDiffers differs) {
            differing.add(differs.fixture());
          }
        }
      }
      for (RuleProblem problem : report.problems()) {
        agreement.problem(problem.message());
      }
    } catch (RulesUnreadable e) {
      agreement.reason("a rule or fixture cannot be read");
    }
    return agreement;
  }

  private List<Agreement> groups(RuleFacts facts) {
    List<Agreement> groups = new ArrayList<>();
    for (String language : facts.languages()) {
      groups.add(languages.computeIfAbsent(language, key -> new Agreement()));
    }
    for (String feature : facts.features()) {
      groups.add(features.computeIfAbsent(feature, key -> new Agreement()));
    }
    return groups;
  }
}
