package dev.coderev.analysis.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coderev.analysis.source.Language;
import org.junit.jupiter.api.Test;

class FormulaEvaluatorTests {
  private static SearchRule python(String patterns) {
    return SearchRule.of(Language.PYTHON, patterns);
  }

  @Test
  void dropsWhatANegativeMatchesExactly() {
    SearchRule rule = python("- pattern: f(...)\n- pattern-not: f($X, $X)\n");
    assertThat(rule.texts("f(1, 1)\nf(1, 2)\nf(f(3, 3))\n"))
        .containsExactly("f(1, 2)", "f(f(3, 3))");
  }

  @Test
  void keepsOnlyWhatIsInside() {
    SearchRule rule =
        python(
            """
            - pattern: f($X)
            - pattern-inside: |
                def $F($X):
                    ...
            """);
    assertThat(rule.texts("def a(x):\n    f(x)\ndef b(y):\n    f(z)\nf(x)\n"))
        .containsExactly("f(x)");
  }

  @Test
  void dropsWhatIsInsideANegative() {
    SearchRule rule =
        python(
            """
            - pattern: f($X)
            - pattern-not-inside: |
                with $LOCK:
                    ...
            """);
    assertThat(rule.texts("with lock:\n    f(1)\nf(2)\n")).containsExactly("f(2)");
  }

  @Test
  void keepsTheInnerOfTwoPatterns() {
    SearchRule rule =
        python("- pattern: g(...)\n- pattern-either:\n    - pattern: f($X)\n    - pattern: h()\n");
    assertThat(rule.texts("g(1, f(2))\ng(3)\nf(4)\ng(h())\n")).containsExactly("f(2)", "h()");
  }

  @Test
  void requiresMetavariablesToAgree() {
    SearchRule rule = python("- pattern: f($X)\n- pattern-inside: g($X, ...)\n");
    assertThat(rule.texts("g(a, f(a))\ng(b, f(c))\n")).containsExactly("f(a)");
  }

  @Test
  void joinsOneInsideAnother() {
    SearchRule rule =
        python(
            """
            - pattern-inside: |
                class $C:
                    ...
            - pattern-inside: |
                def $F(...):
                    ...
            - pattern: f()
            """);
    assertThat(rule.texts("class A:\n    def m(self):\n        f()\n    f()\ndef n():\n    f()\n"))
        .containsExactly("f()");
  }

  @Test
  void focusesOnOneMetavariable() {
    SearchRule rule = python("- pattern: f($X, $Y)\n- focus-metavariable: $Y\n");
    assertThat(rule.texts("f(a, b)\n")).containsExactly("b");
  }

  @Test
  void focusesOnSeveralMetavariablesInTurn() {
    SearchRule rule = python("- pattern: f($X, $Y)\n- focus-metavariable: [$X, $Y]\n");
    assertThat(rule.texts("f(a, b)\n")).containsExactly("a", "b");
  }

  @Test
  void focusesOnWhatSeveralFocusesShare() {
    String apart = "- pattern: f($X, $Y)\n- focus-metavariable: $X\n- focus-metavariable: $Y\n";
    assertThat(python(apart).texts("f(a, b)\n")).isEmpty();
    String nested =
        """
        - pattern: f($X)
        - metavariable-pattern:
            metavariable: $X
            pattern: g($Y)
        - focus-metavariable: $X
        - focus-metavariable: $Y
        """;
    assertThat(python(nested).texts("f(g(b))\n")).containsExactly("b");
  }

  @Test
  void findsByRegexAndBindsItsGroups() {
    SearchRule rule = python("- pattern-regex: (?<KEY>[a-z]+)-([0-9]+)(x)?\n");
    String code = "# ab-12 and c-3\n";
    assertThat(rule.texts(code)).containsExactly("ab-12", "c-3");
    Bindings first = rule.matches(code).getFirst().bindings();
    assertThat(first.get("$KEY").orElseThrow().text()).isEqualTo("ab");
    assertThat(first.get("$1").orElseThrow().text()).isEqualTo("ab");
    assertThat(first.get("$2").orElseThrow().text()).isEqualTo("12");
    assertThat(first.has("$3")).isFalse();
  }

  @Test
  void joinsRegexesAndPatterns() {
    SearchRule rule = python("- pattern: f(...)\n- pattern-regex: f\\(.*secret.*\\)\n");
    assertThat(rule.texts("f('secret')\nf('open')\n# f(secret)\n")).containsExactly("f('secret')");
  }

  @Test
  void dropsWhatContainsANegativeRegex() {
    SearchRule rule = python("- pattern: f(...)\n- pattern-not-regex: open\n");
    assertThat(rule.texts("f('secret')\nf('open')\n")).containsExactly("f('secret')");
  }

  @Test
  void agreesOnWhatRegexGroupsBind() {
    SearchRule rule =
        python("- pattern-regex: f\\((?<X>[a-z]+)\\)\n- pattern-inside: g($X, ...)\n");
    assertThat(rule.texts("g(a, f(a))\ng(b, f(c))\n")).containsExactly("f(a)");
  }
}
