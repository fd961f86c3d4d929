package dev.coderev.analysis.ruletest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coderev.analysis.engine.AnalysisLimits;
import dev.coderev.analysis.parse.dispatch.Parsers;
import dev.coderev.analysis.rule.ModelLibrary;
import dev.coderev.analysis.rule.RuleText;
import dev.coderev.analysis.ruletest.Annotations.Kind;
import dev.coderev.analysis.ruletest.RuleVerdict.Defect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FixtureRunnerTests {

  private static final String RULE =
      """
      rules:
        - id: my.rule
          message: m
          severity: LOW
          languages: [python]
          pattern: eval($X)
          fix: safe($X)
          paths: {include: [nowhere]}
      """;

  @TempDir Path folder;

  @Test
  void passesARuleThatFiresWhereItShould() {
    FixtureReport report =
        run(
            RULE,
            new Fixture("d/my.py", "# ruleid: other, my.rule\neval(1)\n# ok: my.rule\nf(1)\n"),
            new Fixture("d/my.fixed.py", "# ruleid: other, my.rule\nsafe(1)\n# ok: my.rule\nf(1)"));
    assertThat(report.passed()).isTrue();
    assertThat(report.verdicts().getFirst().marks()).isEqualTo(2);
    assertThat(report.verdicts().getFirst().satisfied()).isEqualTo(2);
  }

  @Test
  void namesTheLinesThatDisagree() {
    FixtureReport report =
        run(
            RULE,
            new Fixture(
                "my.py",
                """
                # ruleid: my.rule
                f(1)
                # ok: my.rule
                eval(2)
                eval(3)
                # todook: my.rule
                eval(4)
                # todoruleid: my.rule
                f(5)
                """));
    assertThat(report.passed()).isFalse();
    RuleVerdict verdict = report.verdicts().getFirst();
    assertThat(verdict.defects())
        .extracting(Defect::message)
        .containsExactly(
            "my.py:2: should fire here and does not",
            "my.py:4: fires here and should not",
            "my.py:5: fires here and should not");
    assertThat(verdict.satisfied()).isZero();
  }

  @Test
  void asksForFixturesWithBadAndGoodLines() {
    assertThat(only(run(RULE)).defects()).containsExactly(new RuleVerdict.NoFixture());
    assertThat(only(run(RULE, new Fixture("my.py", "f(1)\n"))).defects())
        .containsExactly(new RuleVerdict.NoBadLine(), new RuleVerdict.NoGoodLine());
  }

  @Test
  void comparesTheFixedCode() {
    FixtureReport report =
        run(
            RULE,
            new Fixture("my.py", "# ruleid: my.rule\neval(1)\n# ok: my.rule\nf(1)\n"),
            new Fixture("my.fixed.py", "# ruleid: my.rule\nunsafe(1)\n# ok: my.rule\nf(1)\n"));
    assertThat(only(report).defects())
        .containsExactly(new RuleVerdict.FixDiffers("my.fixed.py", 2));
    assertThat(only(report).defects().getFirst().message()).contains("the fixed code differs");
  }

  @Test
  void reportsRulesThatCannotBeRead() {
    FixtureReport report = run(RULE.replace("pattern:", "patern:"));
    assertThat(report.verdicts()).isEmpty();
    assertThat(report.problems()).isNotEmpty();
    FixtureReport badPattern = run(RULE.replace("eval($X)", "'def ( = '"));
    assertThat(badPattern.passed()).isFalse();
    assertThat(only(badPattern).defects().getFirst().message()).startsWith("not run: ");
  }

  @Test
  void readsAllWaysToMark() {
    Annotations annotations =
        Annotations.in(
            """
            // ruleid:a,b
            #ok: a
            <!-- ruleid: a -->
            {/* todook: a */}
              /* todoruleid : a */
            x() // ruleid: a
            // proruleid: a
            // ruleid: deepok: a
            -- ok: c
            """);
    assertThat(annotations.lines(Kind.RULEID, "a")).containsExactly(2, 4, 9);
    assertThat(annotations.lines(Kind.RULEID, "b")).containsExactly(2);
    assertThat(annotations.lines(Kind.OK, "a")).containsExactly(3);
    assertThat(annotations.lines(Kind.TODOOK, "a")).containsExactly(5);
    assertThat(annotations.lines(Kind.TODORULEID, "a")).containsExactly(6);
    assertThat(annotations.lines(Kind.OK, "c")).containsExactly(10);
  }

  @Test
  void findsFixturesBesideTheirRules() throws IOException {
    Files.writeString(folder.resolve("my.yaml"), RULE);
    Files.writeString(folder.resolve("my.py"), "");
    Files.writeString(folder.resolve("my.other.py"), "");
    Files.writeString(folder.resolve("my.test.yaml"), "");
    Files.writeString(folder.resolve("other.py"), "");
    List<RuleTest> tests = RuleTest.in(folder);
    assertThat(tests).hasSize(1);
    assertThat(tests.getFirst().fixtures())
        .extracting(Fixture::fileName)
        .containsExactly("my.other.py", "my.py", "my.test.yaml");
    assertThat(RuleTest.in(folder.resolve("my.yaml")).getFirst().fixtures()).hasSize(3);
  }

  private static FixtureReport run(String rules, Fixture... fixtures) {
    return new FixtureRunner(ModelLibrary.EMPTY, new Parsers(), AnalysisLimits.DEFAULT)
        .run(List.of(new RuleTest(new RuleText("my.yaml", rules), List.of(fixtures))));
  }

  private static RuleVerdict only(FixtureReport report) {
    assertThat(report.verdicts()).hasSize(1);
    return report.verdicts().getFirst();
  }
}
