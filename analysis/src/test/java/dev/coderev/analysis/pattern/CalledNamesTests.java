package dev.coderev.analysis.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coderev.analysis.source.Language;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CalledNamesTests {
  @Test
  void areAllThatAnExpressionSpellsOut() {
    assertThat(RegexLiterals.wholes(Pattern.compile("^(get|put)(All)?$"), 9))
        .containsExactlyInAnyOrder("getAll", "get", "putAll", "put");
    assertThat(RegexLiterals.wholes(Pattern.compile("a[bc]$"), 9)).containsExactly("ab", "ac");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"^(get|put)", "(?i)^(get|put)$", "^get.*$", "^get|put$", "^(a|b|c|d)$", "^x\\$"})
  void areNotToldWhereMoreMayFollowCaseIsIgnoredOrThereAreTooMany(String regex) {
    assertThat(RegexLiterals.wholes(Pattern.compile(regex), 3)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "PYTHON # $X.$M(...) # run|call",
        "PYTHON # subprocess.$M(...) # run|call",
        "PYTHON # $M(...) # run|call|s.run",
        "PYTHON # $M(...) # run|call",
        "PYTHON # $X.$M(...).$N(...) # run|call",
        "PYTHON # $N($X.$M(...)) # run|call",
        "PYTHON # return $X.$M(...) # run|call",
      })
  void leaveOutNoCallThatTheConditionAllows(Language language, String pattern, String names) {
    String code =
        """
        import subprocess as s
        from subprocess import run, call as c, Popen
        def f(x):
            run(x)
            c(x)
            call(x)
            Popen(x)
            s.run(x).call(x)
            s.call(x)
            s.Popen(x)
            x.runner(x)
            print(x.run(x).read(1))
            print(x.run(x))
            return x.call(x)
        """;
    List<String> narrowed = with(language, pattern, "^(" + names + ")$").texts(code);
    assertThat(narrowed)
        .isEqualTo(with(language, pattern, "^(" + names + ")$(?!.)").texts(code))
        .isNotEmpty();
  }

  private static SearchRule with(Language language, String pattern, String regex) {
    return SearchRule.of(
        language,
        """
        - pattern-either:
            - pattern: %s
            - patterns:
                - pattern: %s
                - pattern-not: $X.call()
        - metavariable-regex:
            metavariable: $M
            regex: %s
        """
            .formatted(pattern, pattern, regex));
  }

  @Test
  void areThoseOfTheMetavariableThatIsCalledLast() {
    SearchRule rule =
        SearchRule.of(
            Language.JAVA,
            """
            - pattern: $X.$FIRST().$LAST(...)
            - metavariable-regex:
                metavariable: $FIRST
                regex: ^(one|two)$
            """);
    assertThat(rule.texts("class A { void m() { a.one().three(); a.three().one(); } }"))
        .containsExactly("a.one().three()");
  }

  @Test
  void areForgottenWhereAConditionLooksAtConstants() {
    SearchRule rule =
        SearchRule.of(
            Language.PYTHON,
            """
            - pattern: $F($X)
            - metavariable-regex:
                metavariable: $F
                regex: ^(one|two)$
                constant-propagation: true
            """);
    assertThat(rule.texts("one(1)\nthree(2)\n")).containsExactly("one(1)");
  }
}
