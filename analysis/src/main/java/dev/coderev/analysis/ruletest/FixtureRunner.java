package dev.coderev.analysis.ruletest;

import dev.coderev.analysis.engine.AnalysisLimits;
import dev.coderev.analysis.engine.Analyzer;
import dev.coderev.analysis.engine.FileOutcome;
import dev.coderev.analysis.engine.FileOutcome.Analysed;
import dev.coderev.analysis.engine.FileOutcome.CutRule;
import dev.coderev.analysis.engine.FileOutcome.Unparsable;
import dev.coderev.analysis.engine.RuleSetCompiler;
import dev.coderev.analysis.finding.Finding;
import dev.coderev.analysis.finding.TextEdit;
import dev.coderev.analysis.parse.SourceParser;
import dev.coderev.analysis.pattern.FormulaCompiler;
import dev.coderev.analysis.rule.ModelLibrary;
import dev.coderev.analysis.rule.PathFilter;
import dev.coderev.analysis.rule.Rule;
import dev.coderev.analysis.rule.RuleProblem;
import dev.coderev.analysis.rule.RuleReader;
import dev.coderev.analysis.rule.RuleReading;
import dev.coderev.analysis.ruletest.Annotations.Kind;
import dev.coderev.analysis.ruletest.RuleVerdict.Defect;
import dev.coderev.analysis.source.Language;
import dev.coderev.analysis.source.SourceFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A tester of rules: it runs each on its fixtures and compares the lines that fire with the lines
 * that are marked. The {@code paths} of rules do not count here.
 */
public final class FixtureRunner {
  private final ModelLibrary models;
  private final SourceParser parser;
  private final AnalysisLimits limits;
  private final FormulaCompiler formulas;

  public FixtureRunner(ModelLibrary models, SourceParser parser, AnalysisLimits limits) {
    this.models = models;
    this.parser = parser;
    this.formulas = new FormulaCompiler(parser);
    this.limits = limits;
  }

  /** The verdicts on all rules, in the order of the tests. */
  public FixtureReport run(List<RuleTest> tests) {
    List<FixtureReport> reports = tests.parallelStream().map(this::run).toList();
    return new FixtureReport(
        reports.stream().flatMap(report -> report.verdicts().stream()).toList(),
        reports.stream().flatMap(report -> report.problems().stream()).distinct().toList());
  }

  private FixtureReport run(RuleTest test) {
    RuleReading reading = new RuleReader(models).read(List.of(test.rules()));
    Map<String, List<Rule>> byId = new LinkedHashMap<>();
    for (Rule rule : reading.rules()) {
      byId.computeIfAbsent(rule.id(), key -> new ArrayList<>()).add(anywhere(rule));
    }
    List<RuleProblem> problems = new ArrayList<>(reading.problems());
    List<RuleVerdict> verdicts = new ArrayList<>();
    Map<Fixture, List<Finding>> findings = new LinkedHashMap<>();
    byId.forEach((id, rules) -> {
      RuleSetCompiler compiler = new RuleSetCompiler(rules, formulas);
      List<RuleProblem> inPatterns = compiler.problems();
      problems.addAll(inPatterns);
      verdicts.add(verdict(test, rules, compiler, inPatterns, findings));
    });
    return new FixtureReport(withFixes(test, verdicts, findings), problems);
  }

  private static Rule anywhere(Rule rule) {
    return new Rule(
        rule.id(),
        rule.languages(),
        rule.regexOnly(),
        rule.message(),
        rule.severity(),
        rule.confidence(),
        rule.metadata(),
        rule.mode(),
        rule.fix(),
        PathFilter.ALL,
        rule.options(),
        rule.place());
  }

  private RuleVerdict verdict(
      RuleTest test,
      List<Rule> rules,
      RuleSetCompiler compiler,
      List<RuleProblem> inPatterns,
      Map<Fixture, List<Finding>> all) {
    Rule rule = rules.getFirst();
    Analyzer analyzer = new Analyzer(compiler, parser, limits, 1);
    Tally tally = new Tally(rule.id());
    inPatterns.forEach(
        problem -> tally.defects.add(new RuleVerdict.NotRun("", problem.toString())));
    List<Fixture> fixtures =
        test.fixtures().stream().filter(fixture -> !fixture.isExpectation()).toList();
    for (Fixture fixture : fixtures) {
      FileOutcome outcome =
          analyzer.analyse(
              new SourceFile(fixture.name(), language(fixture, rules), fixture.text()));
      List<Finding> findings = tally.findings(fixture, outcome);
      all.computeIfAbsent(fixture, key -> new ArrayList<>()).addAll(findings);
      tally.compare(fixture, findings);
    }
    if (fixtures.isEmpty()) {
      tally.defects.add(new RuleVerdict.NoFixture());
    } else {
      if (!tally.bad) {
        tally.defects.add(new RuleVerdict.NoBadLine());
      }
      if (!tally.good) {
        tally.defects.add(new RuleVerdict.NoGoodLine());
      }
    }
    return new RuleVerdict(
        rule.id(), test.rules().name(), tally.defects, tally.marks, tally.satisfied);
  }

  /** The fixture's own language if the rule is for it, else the rule's first. */
  private static Language language(Fixture fixture, List<Rule> rules) {
    String name = fixture.fileName().toLowerCase(Locale.ROOT);
    String extension = name.substring(name.lastIndexOf('.') + 1);
    Set<Language> wanted = new TreeSet<>();
    rules.forEach(rule -> wanted.addAll(rule.languages()));
    List<Language> byExtension =
        Arrays.stream(Language.values())
            .filter(language -> language.extensions().contains(extension))
            .toList();
    if (rules.getFirst().regexOnly()) {
      return byExtension.isEmpty() ? Language.TEXT : byExtension.getFirst();
    }
    Optional<Language> own = byExtension.stream().filter(wanted::contains).findFirst();
    return own.orElseGet(() -> wanted.iterator().next());
  }

  /** What has been seen of one rule so far. */
  private static final class Tally {
    private final String ruleId;
    private final List<Defect> defects = new ArrayList<>();
    private boolean bad;
    private boolean good;
    private int marks;
    private int satisfied;

    Tally(String ruleId) {
      this.ruleId = ruleId;
    }

    List<Finding> findings(Fixture fixture, FileOutcome outcome) {
      return switch (outcome) {
        case Analysed analysed -> {
          for (CutRule cut : analysed.cuts()) {
            defects.add(new RuleVerdict.NotRun(fixture.name(), cut.reason()));
          }
          yield analysed.findings();
        }
        case Unparsable unparsable -> {
          defects.add(new RuleVerdict.NotRun(fixture.name(), unparsable.reason()));
          yield unparsable.findings();
        }
        case FileOutcome.Skipped skipped -> {
          defects.add(new RuleVerdict.NotRun(fixture.name(), skipped.detail()));
          yield List.of();
        }
      };
    }

    void compare(Fixture fixture, List<Finding> findings) {
      Annotations annotations = Annotations.in(fixture.text());
      Set<Integer> fired = new TreeSet<>();
      findings.forEach(finding -> fired.add(finding.place().start().line()));
      Set<Integer> expected = annotations.lines(Kind.RULEID, ruleId);
      Set<Integer> clean = annotations.lines(Kind.OK, ruleId);
      Set<Integer> open = annotations.lines(Kind.TODOOK, ruleId);
      open.addAll(annotations.lines(Kind.TODORULEID, ruleId));
      bad |= !expected.isEmpty();
      good |= !clean.isEmpty();
      marks += expected.size() + clean.size();
      satisfied += (int) expected.stream().filter(fired::contains).count();
      satisfied += (int) clean.stream().filter(line -> !fired.contains(line)).count();
      for (int line : expected) {
        if (!fired.contains(line) && !open.contains(line)) {
          defects.add(new RuleVerdict.Missing(fixture.name(), line));
        }
      }
      for (int line : fired) {
        if (!expected.contains(line) && !open.contains(line)) {
          defects.add(new RuleVerdict.Unexpected(fixture.name(), line));
        }
      }
    }
  }

  /** Compares the fixtures after all fixes with their {@code .fixed} siblings. */
  private static List<RuleVerdict> withFixes(
      RuleTest test, List<RuleVerdict> verdicts, Map<Fixture, List<Finding>> findings) {
    Map<String, Defect> differing = new HashMap<>();
    findings.forEach((fixture, found) ->
        expectation(test, fixture)
            .ifPresent(expected -> {
              int line = firstDifference(fixed(fixture.text(), found), expected.text());
              if (line > 0) {
                Defect defect = new RuleVerdict.FixDiffers(expected.name(), line);
                found.stream()
                    .filter(finding -> !finding.fix().isEmpty())
                    .forEach(finding -> differing.put(finding.ruleId(), defect));
              }
            }));
    return verdicts.stream()
        .map(verdict -> {
          Defect defect = differing.get(verdict.ruleId());
          if (defect == null) {
            return verdict;
          }
          List<Defect> defects = new ArrayList<>(verdict.defects());
          defects.add(defect);
          return new RuleVerdict(
              verdict.ruleId(), verdict.ruleFile(), defects, verdict.marks(), verdict.satisfied());
        })
        .toList();
  }

  private static Optional<Fixture> expectation(RuleTest test, Fixture fixture) {
    String name = fixture.name();
    int dot = name.lastIndexOf('.');
    String wanted = name.substring(0, dot < 0 ? name.length() : dot) + ".fixed";
    return test.fixtures().stream()
        .filter(other -> other.isExpectation() && other.name().startsWith(wanted))
        .findFirst();
  }

  /** The text after all fixes that do not overlap an earlier one. */
  private static String fixed(String text, List<Finding> findings) {
    List<TextEdit> edits =
        findings.stream()
            .flatMap(finding -> finding.fix().stream())
            .distinct()
            .sorted(Comparator.comparing(TextEdit::range))
            .toList();
    StringBuilder out = new StringBuilder();
    int from = 0;
    for (TextEdit edit : edits) {
      if (edit.range().start() >= from) {
        out.append(text, from, edit.range().start()).append(edit.replacement());
        from = edit.range().end();
      }
    }
    return out.append(text, from, text.length()).toString();
  }

  /** The first line in which the texts differ, 0 if they are the same but for their last breaks. */
  private static int firstDifference(String actual, String expected) {
    String[] a = actual.stripTrailing().split("\\R", -1);
    String[] b = expected.stripTrailing().split("\\R", -1);
    for (int i = 0; i < Math.max(a.length, b.length); i++) {
      if (i >= a.length || i >= b.length || !a[i].equals(b[i])) {
        return i + 1;
      }
    }
    return 0;
  }
}
