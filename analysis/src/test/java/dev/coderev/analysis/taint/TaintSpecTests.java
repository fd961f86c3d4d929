package dev.coderev.analysis.taint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coderev.analysis.source.Language;
import org.junit.jupiter.api.Test;

/** What the parts of a specification mean. */
class TaintSpecTests {
  private static TaintCase python(String keys) {
    return TaintCase.with(Language.PYTHON, keys);
  }

  @Test
  void labelsMustSatisfyTheSink() {
    TaintCase rule =
        python(
            """
            pattern-sources:
              - {pattern: first(...), label: A}
              - {pattern: second(...), label: B, requires: A}
            pattern-sinks:
              - {pattern: sink(...), requires: A and B}
            """);
    assertThat(rule.sinks("sink(first())\nsink(second(1))\nsink(second(first()))\n"))
        .containsExactly("sink(second(first()))");
  }

  @Test
  void aSideEffectTaintsTheVariableFromThereOn() {
    TaintCase rule =
        python(
            """
            pattern-sources:
              - by-side-effect: only
                patterns: [{pattern: close($F)}, {focus-metavariable: $F}]
            pattern-sinks:
              - patterns: [{pattern: close($F)}, {focus-metavariable: $F}]
            pattern-sanitizers:
              - by-side-effect: true
                patterns: [{pattern: reopen($F)}, {focus-metavariable: $F}]
            """);
    assertThat(rule.matches("close(f)\nclose(f)\n")).hasSize(1);
    assertThat(rule.matches("close(f)\nreopen(f)\nclose(f)\n")).isEmpty();
    assertThat(rule.matches("close(o.f)\nclose(o.f)\nclose(o.g)\n")).hasSize(1);
  }

  @Test
  void propagatorsLeadFromOneVariableToAnother() {
    TaintCase rule =
        python(
            """
            pattern-sources: [{pattern: source()}]
            pattern-sinks: [{pattern: sink(...)}]
            pattern-propagators:
              - {pattern: "fill($TO, $FROM)", from: $FROM, to: $TO}
            """);
    assertThat(rule.sinks("fill(a, source())\nsink(a)\nfill(b, 'x')\nsink(b)\n"))
        .containsExactly("sink(a)");
  }

  @Test
  void propagatorsMayRelabel() {
    TaintCase rule =
        python(
            """
            pattern-sources: [{pattern: source(), label: RAW}]
            pattern-sinks: [{pattern: sink(...), requires: DECODED}]
            pattern-propagators:
              - {pattern: $TO.decode($FROM), from: $FROM, to: $TO, label: DECODED, replace-labels: [RAW], requires: RAW}
            """);
    assertThat(rule.sinks("x.decode(source())\nsink(x)\nsink(source())\n"))
        .containsExactly("sink(x)");
  }

  @Test
  void aPropagatorLeadsIntoALambda() {
    TaintCase rule =
        python(
            """
            pattern-sources: [{pattern: source()}]
            pattern-sinks: [{pattern: sink(...)}]
            pattern-propagators:
              - pattern: "each($FROM, lambda $TO: ...)"
                from: $FROM
                to: $TO
            """);
    assertThat(rule.sinks("each(source(), lambda y: sink(y))\n")).containsExactly("sink(y)");
  }

  @Test
  void controlSourcesReachEverySinkBehindThem() {
    TaintCase rule =
        python(
            """
            pattern-sources: [{pattern: begin(), control: true}]
            pattern-sinks: [{pattern: sink(...)}]
            """);
    assertThat(rule.matches("def f():\n  sink(1)\n  begin()\n  sink(2)\n")).hasSize(1);
  }

  @Test
  void anExactSourceLeavesItsPartsOut() {
    String keys =
        """
        pattern-sources: [{pattern: wrap(...), exact: %s}]
        pattern-sinks: [{pattern: sink(...)}]
        """;
    assertThat(python(keys.formatted(true)).matches("wrap(sink(ok))\n")).isEmpty();
    assertThat(python(keys.formatted(false)).matches("wrap(sink(ok))\n")).hasSize(1);
  }

  @Test
  void aSinkWithAFocusWatchesOnlyTheFocus() {
    TaintCase rule =
        python(
            """
            pattern-sources: [{pattern: source()}]
            pattern-sinks:
              - patterns: [{pattern: "run($A, ...)"}, {focus-metavariable: $A}]
            """);
    assertThat(rule.matches("run('x', source())\n")).isEmpty();
    assertThat(rule.matches("run(source(), 'x')\nrun(1 if source() else 2, 3)\n")).hasSize(1);
  }

  @Test
  void anAtExitSinkMustComeLast() {
    TaintCase rule =
        python(
            """
            pattern-sources: [{pattern: source()}]
            pattern-sinks: [{pattern: sink(...), at-exit: true}]
            """);
    assertThat(rule.matches("def f():\n  sink(source())\n  work()\n")).isEmpty();
    assertThat(rule.matches("def f():\n  work()\n  sink(source())\n")).hasSize(1);
  }

  @Test
  void optionsMakeFunctionsNumbersAndIndexesSafe() {
    String keys =
        """
        options: {%s: true}
        pattern-sources: [{pattern: source()}]
        pattern-sinks: [{pattern: sink(...)}]
        """;
    String code =
        "a = source()\nsink(f(a))\nsink(int(a))\nsink(x[a])\nb = a\nsink(b)\nsink(a - 1)\nsink(a.f)\n";
    assertThat(python(keys.formatted("taint_assume_safe_functions")).sinks(code))
        .containsExactly("sink(x[a])", "sink(b)", "sink(a - 1)", "sink(a.f)");
    assertThat(python(keys.formatted("taint_assume_safe_numbers")).sinks(code))
        .containsExactly("sink(f(a))", "sink(x[a])", "sink(b)", "sink(a.f)");
    assertThat(python(keys.formatted("taint_assume_safe_indexes")).sinks(code))
        .doesNotContain("sink(x[a])")
        .hasSize(5);
    assertThat(python(keys.formatted("taint_only_propagate_through_assignments")).sinks(code))
        .containsExactly("sink(b)");
  }

  @Test
  void metavariablesOfSourceAndSinkMayHaveToAgree() {
    TaintCase rule =
        python(
            """
            options: {taint_unify_mvars: true}
            pattern-sources: [{pattern: source($K)}]
            pattern-sinks: [{pattern: "sink($K, ...)"}]
            """);
    assertThat(rule.matches("a = source(k)\nsink(k, a)\nsink(j, a)\n")).hasSize(1);
  }

  @Test
  void bindingsOfTheSourceAreKept() {
    TaintCase rule =
        python(
            """
            pattern-sources: [{pattern: source($K)}]
            pattern-sinks: [{pattern: "sink($V)"}]
            """);
    assertThat(rule.matches("sink(source('key'))\n").getFirst().bindings().names())
        .containsExactlyInAnyOrder("$V", "$K");
  }

  @Test
  void findingsMayBeShownAtTheSource() {
    TaintCase rule =
        python(
            """
            options: {taint_focus_on: source}
            pattern-sources: [{pattern: source()}]
            pattern-sinks: [{pattern: "sink(...)"}]
            """);
    assertThat(rule.sinks("a = source()\nsink(a)\n")).containsExactly("source()");
  }
}
