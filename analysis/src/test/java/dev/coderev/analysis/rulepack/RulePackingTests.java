package dev.coderev.analysis.rulepack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coderev.analysis.pack.PackInput;
import dev.coderev.analysis.pack.PackOutput;
import dev.coderev.analysis.pack.PackTexts;
import dev.coderev.analysis.rule.ModelLibrary;
import dev.coderev.analysis.rule.Rule;
import dev.coderev.analysis.rule.RuleReader;
import dev.coderev.analysis.rule.RuleText;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class RulePackingTests {
  /** Every key of the rule syntax that has an effect, every kind of formula and condition. */
  private static final String RULES =
      """
      rules:
        - id: search
          languages: [python, javascript]
          severity: HIGH
          message: m
          metadata:
            category: security
            confidence: LOW
            cwe: ["CWE-1: a"]
            owasp: ["A01:2021 - b"]
            references: ["https://example.com/"]
            number: 3
            fraction: 2.5
            truth: true
            list: [a, 1, {deep: false}]
          paths: {include: ["src/*.py"], exclude: [test]}
          options: {symmetric_eq: true, max_match_per_file: 3}
          fix: f($X)
          patterns:
            - pattern: f($X, $Y)
            - pattern-either:
                - pattern: g($X)
                - pattern-regex: "[a-z]+"
            - pattern-not: f(1, 2)
            - pattern-not-inside: "def h(): ..."
            - pattern-inside: |
                def $F(...):
                  ...
            - metavariable-regex: {metavariable: $X, regex: "(?i)a+"}
            - metavariable-pattern:
                metavariable: $Y
                language: generic
                pattern: select
            - metavariable-pattern: {metavariable: $Y, language: javascript, pattern: a()}
            - metavariable-pattern: {metavariable: $Y, language: regex, pattern-regex: a}
            - metavariable-comparison:
                metavariable: $X
                base: 16
                strip: true
                comparison: >-
                  not ($X + 1 > -2.5) and len([1, 2]) in [3, 'a', True] or re.match('b', str($X))
            - metavariable-analysis: {metavariable: $X, analyzer: entropy}
            - metavariable-type: {metavariable: $X, types: [int, str]}
            - focus-metavariable: [$X, $Y]
        - id: taint
          mode: taint
          languages: [java]
          severity: LOW
          message: m
          fix-regex: {regex: a(b), replacement: \\1, count: 2}
          pattern-sources:
            - {pattern: source(), label: A, by-side-effect: only, exact: true}
            - {pattern: other($X), label: B, requires: A and not (B or C), control: true}
          pattern-sinks:
            - {pattern: sink(...), requires: A, exact: false, at-exit: true}
          pattern-sanitizers:
            - {pattern: clean(...), by-side-effect: true, exact: true, not_conflicting: true}
            - {pattern: "$S.contains($V)", guards: $V, when: false, among: $S}
            - {pattern: "matches($R, $V)", guards: [$V], matching: $R, whole: false, forbids: ab}
          pattern-propagators:
            - pattern: $TO.add($FROM)
              from: $FROM
              to: $TO
              by-side-effect: true
              label: C
              replace-labels: [A]
              requires: A or B
        - id: everywhere
          languages: [regex]
          severity: INFO
          message: m
          pattern-regex: key
      """;

  @Test
  void rulesComeBackAsTheyWere() {
    List<Rule> rules =
        new RuleReader(ModelLibrary.EMPTY)
            .read(List.of(new RuleText("rules.yaml", RULES)))
            .orThrow();
    assertThat(rules).hasSize(3);
    PackTexts texts = new PackTexts();
    PackOutput out = new PackOutput(texts);
    out.list(rules, new RuleWriter(out)::write);
    PackOutput file = new PackOutput(texts);
    file.raw(out.bytes());
    file.raw(texts.table());
    PackInput in = PackInput.of(file.bytes(), out.size(), texts.size());
    assertThat(in.list(RuleDecoder::rule))
        .usingRecursiveComparison()
        .withEqualsForType(RulePackingTests::same, Pattern.class)
        .isEqualTo(rules);
  }

  private static boolean same(Pattern a, Pattern b) {
    return Objects.equals(a.pattern(), b.pattern()) && a.flags() == b.flags();
  }

  @Test
  void refusesValuesThatNoRuleFileHas() {
    RuleWriter writer = new RuleWriter(new PackOutput(new PackTexts()));
    Rule rule =
        new RuleReader(ModelLibrary.EMPTY)
            .read(List.of(new RuleText("rules.yaml", RULES)))
            .orThrow()
            .getFirst();
    Rule strange =
        new Rule(
            rule.id(),
            rule.languages(),
            rule.regexOnly(),
            rule.message(),
            rule.severity(),
            rule.confidence(),
            rule.metadata(),
            rule.mode(),
            rule.fix(),
            rule.paths(),
            Map.of("strange", new Object()),
            rule.place());
    assertThatThrownBy(() -> writer.write(strange)).isInstanceOf(IllegalArgumentException.class);
  }
}
