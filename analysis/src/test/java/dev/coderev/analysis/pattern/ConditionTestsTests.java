package dev.coderev.analysis.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coderev.analysis.source.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionTestsTests {
  private static SearchRule python(String patterns) {
    return SearchRule.of(Language.PYTHON, patterns);
  }

  @Test
  void looksAtTheBeginningOfWhatIsBound() {
    SearchRule rule =
        python(
            """
            - pattern: $F(...)
            - metavariable-regex:
                metavariable: $F
                regex: get|set$
            """);
    assertThat(rule.texts("get(1)\ngetter(2)\nset(3)\nsetter(4)\nforget(5)\n"))
        .containsExactly("get(1)", "getter(2)", "set(3)");
  }

  @Test
  void looksThroughConstantsOnlyWhereAsked() {
    String patterns =
        """
        - pattern: f($X)
        - metavariable-regex:
            metavariable: $X
            regex: http:.*
            constant-propagation: %s
        """;
    String code = "url = 'http://a'\nf(url)\n";
    assertThat(python(patterns.formatted("true")).texts(code)).containsExactly("f(url)");
    assertThat(python(patterns.formatted("false")).texts(code)).isEmpty();
    assertThat(python(patterns.formatted("true")).texts("f(http)\n")).isEmpty();
  }

  @Test
  void bindsTheNamedGroupsOfARegex() {
    SearchRule rule =
        python(
            """
            - pattern: $F(...)
            - metavariable-regex:
                metavariable: $F
                regex: get_(?<FIELD>\\w+)
            """);
    assertThat(rule.matches("get_name()\n"))
        .anySatisfy(match ->
            assertThat(match.bindings().get("$FIELD").orElseThrow().text()).isEqualTo("name"));
  }

  @Test
  void holdsForNoMetavariableThatIsUnbound() {
    for (String condition :
        new String[] {
          "- metavariable-regex: {metavariable: $Y, regex: .*}",
          "- metavariable-pattern: {metavariable: $Y, pattern: g(...)}",
          "- metavariable-type: {metavariable: $Y, type: int}",
          "- metavariable-analysis: {metavariable: $Y, analyzer: entropy}",
        }) {
      assertThat(python("- pattern: f($X)\n" + condition).matchesIn("f(g(1))\n"))
          .as(condition)
          .isFalse();
    }
  }

  @Test
  void looksForPatternsWithinWhatIsBound() {
    SearchRule rule =
        python(
            """
            - pattern: f($X)
            - metavariable-pattern:
                metavariable: $X
                patterns:
                  - pattern: g($Y)
                  - pattern-not: g(1)
            """);
    assertThat(rule.texts("f(g(1))\nf(h(g(2)))\nf(h(3))\ng(4)\n")).containsExactly("f(h(g(2)))");
  }

  @Test
  void agreesWithinWhatIsBoundOnMetavariables() {
    SearchRule rule =
        python(
            """
            - pattern: f($X, $Y)
            - metavariable-pattern:
                metavariable: $X
                pattern: g($Y)
            """);
    assertThat(rule.texts("f(g(a), a)\nf(g(a), b)\n")).containsExactly("f(g(a), a)");
  }

  @Test
  void readsTextsInAnotherLanguage() {
    SearchRule rule =
        python(
            """
            - pattern: run($CODE)
            - metavariable-pattern:
                metavariable: $CODE
                language: javascript
                pattern: eval($X)
            """);
    assertThat(rule.texts("run('eval(x)')\nrun('f(x)')\nrun(eval(x))\n"))
        .containsExactly("run('eval(x)')");
    assertThat(rule.matches("run('eval(x)')\n"))
        .anySatisfy(
            match -> assertThat(match.bindings().get("$X").orElseThrow().text()).isEqualTo("x"));
  }

  @Test
  void readsTextsInTheLanguageOfTheRule() {
    SearchRule rule =
        python(
            """
            - pattern: run($CODE)
            - metavariable-pattern:
                metavariable: $CODE
                language: python
                pattern: eval($X)
            """);
    assertThat(rule.texts("run('eval(x)')\nrun('f(x)')\nrun(eval(y))\n"))
        .containsExactly("run('eval(x)')", "run(eval(y))");
  }

  @Test
  void readsPhpWithoutItsOpeningTag() {
    SearchRule rule =
        python(
            """
            - pattern: run($CODE)
            - metavariable-pattern:
                metavariable: $CODE
                language: php
                pattern: system(...);
            """);
    assertThat(rule.texts("run('system($x);')\nrun('f($x);')\n"))
        .containsExactly("run('system($x);')");
  }

  @Test
  void readsAnyTextAsWords() {
    SearchRule rule =
        python(
            """
            - pattern: query($SQL, ...)
            - metavariable-pattern:
                metavariable: $SQL
                language: generic
                pattern: select $A ... from $TABLE
            """);
    assertThat(
            rule.texts(
                """
                query('select a, b from t', 1)
                query('insert into t')
                query("select x from u where y")
                """))
        .containsExactly("query('select a, b from t', 1)", "query(\"select x from u where y\")");
  }

  @Test
  void readsCodeAsWords() {
    SearchRule rule =
        python(
            """
            - pattern: f($X)
            - metavariable-pattern:
                metavariable: $X
                language: generic
                pattern: g($Y, $Y)
            """);
    assertThat(rule.texts("f(g(a, a))\nf(g(a, b))\n")).containsExactly("f(g(a, a))");
  }

  @Test
  void searchesAnyTextByRegex() {
    SearchRule rule =
        python(
            """
            - pattern: f($X)
            - metavariable-pattern:
                metavariable: $X
                language: regex
                patterns:
                  - pattern-regex: '[0-9]+'
                  - pattern-not-regex: '42'
            """);
    assertThat(rule.texts("f('a1')\nf('a42')\nf('a')\nf(b7)\n"))
        .containsExactly("f('a1')", "f(b7)");
  }

  @Test
  void knowsTheTypesOfVariables() {
    SearchRule rule =
        SearchRule.of(
            Language.JAVA,
            """
            - pattern: $X.close()
            - metavariable-type:
                metavariable: $X
                types: [java.io.Reader, Socket]
            """);
    assertThat(
            rule.texts(
                """
                import java.io.Reader;
                class A {
                  void m(Reader r, Socket s, Other o) {
                    r.close();
                    s.close();
                    o.close();
                  }
                }
                """))
        .containsExactly("r.close()", "s.close()");
  }

  @ParameterizedTest
  @CsvSource({
    "Zx8kQ2pLr9Tn4VbW7mYc, true",
    "aaaaaaaaaaaaaaaaaaaa, false",
    "changeme, false",
    "thisisonlyapasswordexample, false",
    "x7, false",
  })
  void tellsRandomTextsFromWords(String text, boolean random) {
    SearchRule rule =
        python(
            """
            - pattern: key($X)
            - metavariable-analysis:
                metavariable: $X
                analyzer: entropy
            """);
    assertThat(rule.matchesIn("key('" + text + "')\n")).isEqualTo(random);
    assertThat(rule.matchesIn("k = '" + text + "'\nkey(k)\n")).isEqualTo(random);
  }

  private static boolean isSlow(String regex) {
    return SearchRule.of(
            Language.JAVASCRIPT,
            """
            - pattern: use($X)
            - metavariable-analysis:
                metavariable: $X
                analyzer: redos
            """)
        .matchesIn("use(/" + regex + "/);\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "^(a+)+b$",
        "^(a*)*$",
        "(\\d+)*x",
        "([a-z]+)+!",
        "(([a-z])+.)+z",
        "(a{2,})+b",
        "(a+){5,}b",
        "([]a]+)+b",
        "([^]]+)+b",
      })
  void seesRepetitionsWithinRepetitions(String regex) {
    assertThat(isSlow(regex)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a+b*", "(ab)+c", "(a+)b", "(a+)?b", "[(a+)]+b", "\\(a+\\)+b", "(a+){2}b"})
  void leavesOtherRegexesAlone(String regex) {
    assertThat(isSlow(regex)).isFalse();
  }
}
