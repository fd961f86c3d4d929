package dev.coderev.analysis.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coderev.analysis.engine.FileOutcome.Analysed;
import dev.coderev.analysis.engine.FileOutcome.Unparsable;
import dev.coderev.analysis.finding.Finding;
import dev.coderev.analysis.finding.Place;
import dev.coderev.analysis.finding.Severity;
import dev.coderev.analysis.finding.TextEdit;
import dev.coderev.analysis.parse.ParseFailure;
import dev.coderev.analysis.parse.SourceParser;
import dev.coderev.analysis.parse.dispatch.Parsers;
import dev.coderev.analysis.rule.ModelLibrary;
import dev.coderev.analysis.rule.Rule;
import dev.coderev.analysis.rule.RuleReader;
import dev.coderev.analysis.rule.RuleText;
import dev.coderev.analysis.source.Language;
import dev.coderev.analysis.source.SourceFile;
import dev.coderev.analysis.source.TextRange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AnalyzerTests {

  private static final SourceParser PARSER = new Parsers();

  private static final String RULES =
      """
      rules:
        - id: py.eval
          message: Do not eval $X; its value is value($X).
          severity: HIGH
          languages: [python]
          pattern: eval($X)
          fix: safe($X)
        - id: any.key
          message: A key.
          severity: CRITICAL
          languages: [regex]
          pattern-regex: KEY_[0-9]+
        - id: py.paths
          message: m
          severity: LOW
          languages: [python]
          pattern: eval(...)
          paths: {include: ["*_test.py"]}
      """;

  @Test
  void reportsFindingsWithPlaceMessageAndFix() {
    Analysed outcome = analysed(file("a.py", "import x\ny = eval(\"1 +\")\n"));
    assertThat(outcome.lines()).isEqualTo(2);
    assertThat(outcome.findings()).hasSize(1);
    Finding finding = outcome.findings().getFirst();
    assertThat(finding.ruleId()).isEqualTo("py.eval");
    assertThat(finding.severity()).isEqualTo(Severity.HIGH);
    assertThat(finding.message()).isEqualTo("Do not eval \"1 +\"; its value is 1 +.");
    assertThat(finding.place().start().line()).isEqualTo(2);
    assertThat(finding.place().snippet()).isEqualTo("eval(\"1 +\")");
    assertThat(finding.metavariables()).containsEntry("$X", "\"1 +\"");
    assertThat(finding.fix())
        .containsExactly(new TextEdit(finding.place().range(), "safe(\"1 +\")"));
    assertThat(finding.fingerprint()).matches("[0-9a-f]{32}");
  }

  @Test
  void honoursPathFilters() {
    assertThat(analysed(file("src/a_test.py", "eval(1)\n")).findings())
        .extracting(Finding::ruleId)
        .containsExactly("py.eval", "py.paths");
  }

  @Test
  void runsTextRulesOnEveryFile() {
    assertThat(analysed(new SourceFile("n.txt", Language.TEXT, "a KEY_12 b")).findings())
        .extracting(Finding::ruleId)
        .containsExactly("any.key");
    assertThat(analysed(file("a.py", "x = 'KEY_7'")).findings()).hasSize(1);
  }

  @Test
  void runsTextRulesOnFilesThatCannotBeParsed() {
    SourceParser broken =
        file -> {
          throw new ParseFailure("no tree");
        };
    Analyzer analyzer =
        new Analyzer(new RuleSetCompiler(rules(RULES), PARSER), broken, AnalysisLimits.DEFAULT, 1);
    FileOutcome outcome = analyzer.analyse(file("a.py", "eval(KEY_1)"));
    assertThat(outcome).isInstanceOf(Unparsable.class);
    assertThat(((Unparsable) outcome).reason()).isEqualTo("no tree");
    assertThat(((Unparsable) outcome).findings()).hasSize(1);
  }

  @Test
  void survivesAParserThatFails() {
    SourceParser broken =
        file -> {
          throw new IllegalStateException("oops");
        };
    Analyzer analyzer =
        new Analyzer(new RuleSetCompiler(rules(RULES), PARSER), broken, AnalysisLimits.DEFAULT, 1);
    assertThat(analyzer.analyse(file("a.py", "eval(1)")))
        .isInstanceOfSatisfying(
            Unparsable.class,
            unparsable -> assertThat(unparsable.reason()).contains("the parser failed", "oops"));
  }

  @Test
  void countsSuppressedFindings() {
    Analysed outcome =
        analysed(
            file(
                "a.py",
                "eval(1)  # coderev:ignore py.eval tested\neval(2)  # coderev:ignore\ns = \"nosem\"; eval(3)\n"));
    assertThat(outcome.findings())
        .extracting(Finding::isSuppressed)
        .containsExactly(true, true, false);
    assertThat(outcome.notes()).hasSize(1);
  }

  @Test
  void keepsFingerprintsWhenCodeMovesAndSiblingsAreRenamed() {
    String before =
        """
        class A:
            def one(self):
                pass
            def two(self):
                if self:
                    eval(1)
                eval(1)
        eval(1)
        """;
    String after =
        """
        # a new line
        class A:
            def renamed(self):
                pass

            def two(self):
                if self:
                    eval( 1)
                y = 3
                eval(1)
        eval(1)
        """
            .replace("eval( 1)", "eval(1)");
    List<String> first = fingerprints(before);
    assertThat(first).hasSize(3).doesNotHaveDuplicates();
    assertThat(fingerprints(after)).isEqualTo(first);
    assertThat(fingerprints(before.replace("two", "three")).getFirst())
        .isNotEqualTo(first.getFirst());
  }

  private static List<String> fingerprints(String text) {
    return analysed(file("a.py", text)).findings().stream().map(Finding::fingerprint).toList();
  }

  @Test
  void reportsInTheGivenOrderWhateverTheNumberOfThreads() {
    List<TextUnit> units =
        IntStream.range(0, 60)
            .mapToObj(i -> new TextUnit(file("f" + i + ".py", "eval(%d)\n".formatted(i).repeat(i))))
            .toList();
    List<Finding> one = analyzer(1).analyse(units, ProgressListener.NONE).findings();
    List<Integer> progress = Collections.synchronizedList(new ArrayList<>());
    AnalysisReport many = analyzer(4).analyse(units, (done, files, bytes) -> progress.add(done));
    assertThat(many.findings()).isEqualTo(one).hasSize(59 * 60 / 2);
    assertThat(many.outcomes()).extracting(FileOutcome::path).first().isEqualTo("f0.py");
    assertThat(progress).hasSize(60).contains(60);
    assertThat(many.duration()).isPositive();
  }

  @Test
  void recordsSkippedAndFailingFiles() {
    SourceUnit skipped = new Broken("a", SkipReason.BINARY);
    SourceUnit failing = new Broken("b", null);
    List<FileOutcome> outcomes =
        analyzer(2).analyse(List.of(skipped, failing), ProgressListener.NONE).outcomes();
    assertThat(outcomes.getFirst())
        .isEqualTo(new FileOutcome.Skipped("a", SkipReason.BINARY, "detail"));
    assertThat(((FileOutcome.Skipped) outcomes.get(1)).detail()).contains("the analysis failed");
  }

  @Test
  void cutsRulesThatFindTooMuchOrTakeTooLong() {
    RuleSetCompiler compiler = new RuleSetCompiler(rules(RULES), PARSER);
    AnalysisLimits few = new AnalysisLimits(Duration.ofSeconds(5), Duration.ofSeconds(30), 3);
    Analysed outcome =
        (Analysed)
            new Analyzer(compiler, PARSER, few, 1).analyse(file("a.py", "eval(1)\n".repeat(9)));
    assertThat(outcome.findings()).hasSize(3);
    assertThat(outcome.cuts().getFirst().reason()).isEqualTo("more than 3 findings in this file");

    AnalysisLimits brief = new AnalysisLimits(Duration.ofSeconds(5), Duration.ZERO, 3);
    Analysed cut =
        (Analysed) new Analyzer(compiler, PARSER, brief, 1).analyse(file("a.py", "eval(1)"));
    assertThat(cut.cuts().getFirst().reason()).isEqualTo("the file took longer than 0 s");
  }

  @Test
  void reportsPatternsThatNoLanguageOfTheRuleCanRead() {
    String text =
        """
        rules:
          - {id: a, message: m, severity: LOW, languages: [python], pattern: "def ( x ="}
          - {id: b, message: m, severity: LOW, languages: [python], pattern: "f(x)"}
        """;
    assertThat(new RuleSetCompiler(rules(text), PARSER).problems())
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.place().line()).isEqualTo(2);
          assertThat(problem.message()).endsWith("in rule 'a'");
        });
  }

  @Test
  void fillsInFixesWithTheirIndentation() {
    String text = "if a:\n    x = f(1,\n        2)\n";
    SourceFile file = file("a.py", text);
    int start = text.indexOf("f(1");
    TextRange range = new TextRange(start, text.indexOf(")") + 1);
    Rule rule =
        rules(
                """
                rules:
                  - id: a
                    message: m
                    severity: LOW
                    languages: [python]
                    pattern: f(...)
                    fix: |
                      g(
                        1)
                """)
            .getFirst();
    Finding finding =
        ((Analysed)
                new Analyzer(
                        new RuleSetCompiler(List.of(rule), PARSER),
                        PARSER,
                        AnalysisLimits.DEFAULT,
                        1)
                    .analyse(file))
            .findings()
            .getFirst();
    assertThat(finding.place()).isEqualTo(Place.of(file, range));
    assertThat(finding.fix().getFirst().replacement()).isEqualTo("g(\n" + " ".repeat(10) + "1)");
  }

  @Test
  void fixesByRegex() {
    String rule =
        """
        rules:
          - id: a
            message: m
            severity: LOW
            languages: [python]
            pattern: f($X, ...)
            fix-regex: {regex: '(\\d),\\s*', replacement: '\\1;', count: 1}
        """;
    Analysed outcome =
        (Analysed)
            new Analyzer(
                    new RuleSetCompiler(rules(rule), PARSER), PARSER, AnalysisLimits.DEFAULT, 1)
                .analyse(file("a.py", "f(1, 2, 3)"));
    assertThat(outcome.findings().getFirst().fix().getFirst().replacement()).isEqualTo("f(1;2, 3)");
  }

  private static Analyzer analyzer(int jobs) {
    return new Analyzer(
        new RuleSetCompiler(rules(RULES), PARSER), PARSER, AnalysisLimits.DEFAULT, jobs);
  }

  private static Analysed analysed(SourceFile file) {
    return (Analysed) analyzer(1).analyse(file);
  }

  private static List<Rule> rules(String text) {
    return new RuleReader(ModelLibrary.EMPTY).read(List.of(new RuleText("r.yaml", text))).orThrow();
  }

  private static SourceFile file(String path, String text) {
    return new SourceFile(path, Language.PYTHON, text);
  }

  private record Broken(String path, @Nullable SkipReason reason) implements SourceUnit {
    @Override
    public long expectedBytes() {
      return 1;
    }

    @Override
    public Reading read() {
      if (reason == null) {
        throw new IllegalStateException("disk on fire");
      }
      return new Reading.Skipped(reason, "detail");
    }
  }
}
