package dev.coderev.analysis.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coderev.analysis.rule.Formula;
import dev.coderev.analysis.rule.ModelLibrary;
import dev.coderev.analysis.rule.Rule;
import dev.coderev.analysis.rule.RuleMode;
import dev.coderev.analysis.rule.RuleReader;
import dev.coderev.analysis.rule.RuleText;
import dev.coderev.analysis.source.Language;
import dev.coderev.analysis.source.SourceFile;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FormulaTests {
  private static final String CODE =
      """
      import hashlib
      LIMIT = 512
      def outer(request):
          a = hashlib.new("md5")
          b = hashlib.new("sha256")
          size = 1024
          keygen(size)
          keygen(4096)
          keygen(LIMIT)
          token = "kJ8h3Xq9ZpT2vW7rYbN4"
          word = "password"
          run("select a from " + request)
      def other():
          keygen(1)
      """;

  @Test
  void keepsTheInnerOfTwoRanges() {
    assertThat(
            lines(
                """
                - pattern: hashlib.new($ALG)
                - pattern-inside: |
                    def outer(...):
                        ...
                - metavariable-regex:
                    metavariable: $ALG
                    regex: .*md5
                """))
        .containsExactly(4);
  }

  @Test
  void dropsWhatIsExcluded() {
    assertThat(
            lines(
                """
                - pattern: keygen($N)
                - pattern-not: keygen(4096)
                - pattern-not-inside: |
                    def other(...):
                        ...
                """))
        .containsExactly(7, 9);
  }

  @Test
  void comparesConstants() {
    assertThat(
            lines(
                """
                - pattern: keygen($N)
                - metavariable-comparison:
                    metavariable: $N
                    comparison: $N < 2048 and $N % 2 == 0
                """))
        .containsExactly(7, 9);
    assertThat(
            lines(
                """
                - pattern: keygen($N)
                - metavariable-comparison:
                    comparison: int($N) in [1, 4096] or not (str($N) != "512")
                """))
        .containsExactly(8, 9, 14);
    assertThat(
            lines(
                """
                - pattern: hashlib.new($A)
                - metavariable-comparison:
                    comparison: re.match("md[45]", $A)
                """))
        .containsExactly(4);
    assertThat(
            lines(
                """
                - pattern: keygen($N)
                - metavariable-comparison:
                    comparison: (2 ** 4 + 8 / 2 - 1) * 2 > $N and $N >= 1 and -$N <= 0 and $N / 0 != 1
                """))
        .isEmpty();
  }

  @Test
  void focusesOnAMetavariable() {
    List<Match> matches =
        matches(
            """
            - pattern: hashlib.new($ALG)
            - focus-metavariable: $ALG
            """);
    assertThat(matches).hasSize(2);
    assertThat(CODE.substring(matches.getFirst().range().start(), matches.getFirst().range().end()))
        .isEqualTo("\"md5\"");
  }

  @Test
  void matchesWithinAMetavariable() {
    assertThat(
            lines(
                """
                - pattern: run($SQL)
                - metavariable-pattern:
                    metavariable: $SQL
                    patterns:
                      - pattern: $A + $B
                      - pattern-not: $A + 1
                """))
        .containsExactly(12);
  }

  @Test
  void readsStringsAsOtherLanguages() {
    assertThat(
            lines(
                """
                - pattern: |
                    word = $S
                - metavariable-pattern:
                    metavariable: $S
                    language: generic
                    pattern: password
                """))
        .containsExactly(11);
    assertThat(
            lines(
                """
                - pattern: |
                    word = $S
                - metavariable-pattern:
                    metavariable: $S
                    language: regex
                    pattern-regex: pass(?<REST>.*)
                """))
        .containsExactly(11);
    assertThat(
            lines(
                """
                - pattern: |
                    word = $S
                - metavariable-pattern:
                    metavariable: $S
                    language: javascript
                    pattern: password
                """))
        .containsExactly(11);
  }

  @Test
  void tellsRandomTextsFromWords() {
    assertThat(
            lines(
                """
                - pattern: $V = "$S"
                - metavariable-analysis:
                    metavariable: $S
                    analyzer: entropy
                """))
        .containsExactly(10);
  }

  @Test
  void matchesRegularExpressionsOverTheText() {
    assertThat(lines("- pattern-regex: key(?<WHAT>gen)\\((\\d+)\\)\n")).containsExactly(8, 14);
    assertThat(
            lines(
                """
                - pattern-regex: keygen.*
                - pattern-not-regex: \\d
                """))
        .containsExactly(7, 9);
  }

  @Test
  void testsTypesOfMetavariables() {
    assertThat(
            lines(
                """
                - pattern: keygen($N)
                - metavariable-type:
                    metavariable: $N
                    type: int
                """))
        .contains(7, 8, 14);
  }

  @Test
  void unitesAlternatives() {
    assertThat(
            lines(
                """
                - pattern-either:
                    - pattern: hashlib.new("md5")
                    - pattern: keygen(1)
                """))
        .containsExactly(4, 14);
  }

  @Test
  void namesThePlaceOfAPatternThatCannotBeRead() {
    FormulaCompiler compiler = new FormulaCompiler(MatchTable.PARSER);
    Formula broken = new Formula.Code("foo(((", MatchTable.PLACE);
    assertThatThrownBy(() -> compiler.compile(broken, Language.JAVA, Map.of()))
        .isInstanceOf(PatternSyntaxProblem.class)
        .hasMessageContaining("rule.yaml:1:1");
    FileContext context =
        FileContext.of(
            MatchTable.PARSER.parse(new SourceFile("A.java", Language.JAVA, "class A {}")));
    assertThat(
            FormulaCompiler.lazy(MatchTable.PARSER)
                .compile(broken, Language.JAVA, Map.of())
                .matches(context, Deadline.never()))
        .isEmpty();
  }

  @Test
  void stopsWhenTimeIsUp() {
    long[] now = {0};
    Deadline deadline = Deadline.after(Duration.ofSeconds(1), () -> now[0]);
    deadline.look();
    now[0] = Duration.ofSeconds(2).toNanos();
    assertThatThrownBy(deadline::look).isInstanceOf(DeadlineExceeded.class);
  }

  private static List<Integer> lines(String patterns) {
    SourceFile file = new SourceFile("code.py", Language.PYTHON, CODE);
    return matches(patterns).stream()
        .map(match -> file.lineAt(match.range().start()))
        .distinct()
        .toList();
  }

  private static List<Match> matches(String patterns) {
    String rule =
        """
        rules:
          - id: test
            languages: [python]
            message: found
            severity: ERROR
            patterns:
        """
            + patterns.indent(6);
    Rule read =
        new RuleReader(ModelLibrary.EMPTY)
            .read(List.of(new RuleText("rule.yaml", rule)))
            .orThrow()
            .getFirst();
    RuleMode.Search search = (RuleMode.Search) read.mode();
    return new MatchTable(Language.PYTHON).matches(search.formula(), CODE);
  }
}
