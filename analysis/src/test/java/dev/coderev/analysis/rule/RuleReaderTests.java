package dev.coderev.analysis.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coderev.analysis.finding.Confidence;
import dev.coderev.analysis.finding.Severity;
import dev.coderev.analysis.source.Language;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RuleReaderTests {

  private static final String HEAD =
      """
      rules:
        - id: sample
          message: Do not.
          severity: HIGH
          languages: [java]
      """;

  @Test
  void readsEverythingAroundTheFormula() {
    Rule rule =
        only(
            """
            rules:
              - id: java.security.sample
                message: |
                  Do not.
                severity: ERROR
                languages: [java, kt]
                pattern: foo($X)
                fix: bar($X)
                paths:
                  include: ["*.java"]
                  exclude: [test]
                options:
                  symbolic_propagation: true
                  generic_ellipsis_max_span: 3
                min-version: 1.2.3
                metadata:
                  category: security
                  cwe: "CWE-89: SQL injection"
                  owasp: [A03:2021 - Injection, "A01:2017"]
                  confidence: LOW
                  references: [https://example.org]
                  score: 7
            """);
    assertThat(rule.id()).isEqualTo("java.security.sample");
    assertThat(rule.message()).isEqualTo("Do not.");
    assertThat(rule.severity()).isEqualTo(Severity.HIGH);
    assertThat(rule.confidence()).isEqualTo(Confidence.LOW);
    assertThat(rule.languages()).containsExactlyInAnyOrder(Language.JAVA, Language.KOTLIN);
    assertThat(rule.regexOnly()).isFalse();
    assertThat(rule.fix()).contains(new RuleFix.Replacement("bar($X)"));
    assertThat(rule.paths()).isEqualTo(new PathFilter(List.of("*.java"), List.of("test")));
    assertThat(rule.option("symbolic_propagation", false)).isTrue();
    assertThat(rule.options()).containsEntry("generic_ellipsis_max_span", 3L);
    assertThat(rule.metadata().category()).isEqualTo("security");
    assertThat(rule.metadata().cwe()).containsExactly("CWE-89: SQL injection");
    assertThat(rule.metadata().owasp()).containsExactly("A03:2021 - Injection", "A01:2017");
    assertThat(rule.metadata().all()).containsEntry("score", 7L);
    assertThat(rule.place()).isEqualTo(new RulePlace("r.yaml", 2, 9));
    assertThat(search(rule)).isEqualTo(new Formula.Code("foo($X)", new RulePlace("r.yaml", 7, 14)));
  }

  @Test
  void readsPatternsWithConditionsAndFocus() {
    Formula formula =
        search(
            only(
                HEAD
                    + """
                        patterns:
                          - pattern: foo($X)
                          - pattern-either:
                              - pattern: a
                              - pattern-regex: (?P<NAME_A>b+)
                          - pattern-inside: class $C { ... }
                          - pattern-not: foo(1)
                          - pattern-not-inside:
                              pattern-either:
                                - pattern: bar()
                          - pattern-not-regex: x
                          - metavariable-regex: {metavariable: $X, regex: "[[]a{"}
                          - metavariable-comparison: {comparison: "$X < 3"}
                          - metavariable-pattern:
                              metavariable: $X
                              patterns:
                                - pattern-not: "..."
                          - metavariable-analysis: {metavariable: $X, analyzer: entropy}
                          - metavariable-type: {metavariable: $X, types: [String, int]}
                          - focus-metavariable: [$X, $Y]
                          - focus-metavariable: $X
                    """));
    assertThat(formula).isInstanceOf(Formula.All.class);
    Formula.All all = (Formula.All) formula;
    assertThat(all.operands())
        .extracting(operand -> operand.getClass().getSimpleName())
        .containsExactly("Code", "Any", "Inside", "Not", "Not", "Not");
    assertThat(((Formula.Not) all.operands().get(4)).operand()).isInstanceOf(Formula.Inside.class);
    assertThat(all.conditions())
        .extracting(condition -> condition.getClass().getSimpleName())
        .containsExactly(
            "MetavariableRegex",
            "MetavariableComparison",
            "MetavariablePattern",
            "MetavariableAnalysis",
            "MetavariableType");
    assertThat(all.focus()).containsExactly(List.of("$X", "$Y"), List.of("$X"));
    Formula.Regex regex = (Formula.Regex) ((Formula.Any) all.operands().get(1)).operands().get(1);
    assertThat(regex.regex().namedGroups().keySet())
        .extracting(PcreSyntax::groupName)
        .containsExactly("NAME_A");
  }

  @Test
  void readsTheNewerSyntax() {
    Rule rule =
        only(
            HEAD
                + """
                    match:
                      all:
                        - foo($X)
                        - not:
                            inside: bar { ... }
                        - any:
                            - regex: a+
                            - pattern: b
                      where:
                        - metavariable: $X
                          regex: a.*
                        - comparison: $X != 3
                        - metavariable: $X
                          pattern: baz($Y)
                        - focus: $X
                """);
    Formula.All all = (Formula.All) search(rule);
    assertThat(all.operands()).hasSize(3);
    assertThat(all.conditions()).hasSize(3);
    assertThat(((Condition.MetavariableRegex) all.conditions().getFirst()).constantPropagation())
        .isTrue();
    assertThat(all.focus()).containsExactly(List.of("$X"));
  }

  @Test
  void readsTaintInBothSyntaxes() {
    String older =
        """
            mode: taint
            pattern-sources:
              - pattern: source()
                label: A
                by-side-effect: only
              - patterns: [{pattern: other($P)}, {focus-metavariable: $P}]
            pattern-sinks:
              - pattern: sink(...)
                requires: A and not (B or C)
            pattern-sanitizers:
              - pattern: clean(...)
                not_conflicting: true
            pattern-propagators:
              - {pattern: $A.add($B), from: $B, to: $A}
        """;
    TaintSpec spec = taint(only(HEAD + older));
    assertThat(spec.sources()).hasSize(2);
    assertThat(spec.sources().getFirst().label()).isEqualTo("A");
    assertThat(spec.sources().getFirst().bySideEffect()).isEqualTo(TaintSpec.SideEffect.ONLY);
    LabelExpression requires = spec.sinks().getFirst().requires().orElseThrow();
    assertThat(requires.holdsFor(Set.of("A"))).isTrue();
    assertThat(requires.holdsFor(Set.of("A", "C"))).isFalse();
    assertThat(spec.sanitizers().getFirst().notConflicting()).isTrue();
    assertThat(spec.propagators().getFirst().from()).isEqualTo("$B");

    String newer =
        """
            taint:
              sources: [source()]
              sinks:
                - all: [sink($X), {inside: "f { ... }"}]
                  exact: false
        """;
    TaintSpec other = taint(only(HEAD + newer));
    assertThat(other.sources().getFirst().formula()).isInstanceOf(Formula.Code.class);
    assertThat(other.sinks().getFirst().exact()).isFalse();
  }

  @Test
  void expandsModelsByLanguage() {
    ModelLibrary models =
        ModelLibrary.read(
            List.of(
                new RuleText(
                    "models/java.yaml",
                    """
                    models:
                      - id: remote-input
                        languages: [java]
                        patterns:
                          - pattern: getParameter(...)
                          - model: more
                      - id: more
                        languages: [java]
                        patterns: [{pattern: getHeader(...)}]
                      - id: remote-input
                        languages: [kotlin]
                        patterns: [{pattern: call.receive()}]
                    """)));
    String text =
        HEAD.replace("[java]", "[java, kotlin, go]")
            + """
                mode: taint
                pattern-sources: [{model: remote-input}, {pattern: own()}]
                pattern-sinks: [{pattern: sink(...)}]
            """;
    RuleReading reading = new RuleReader(models).read(List.of(new RuleText("r.yaml", text)));
    assertThat(reading.problems()).isEmpty();
    assertThat(reading.rules()).hasSize(3);
    assertThat(reading.rules())
        .extracting(rule -> taint(rule).sources().size())
        .containsExactlyInAnyOrder(3, 2, 1);
  }

  @Test
  void reportsAnUnknownModel() {
    String text =
        HEAD
            + """
                mode: taint
                pattern-sources: [{model: remote-inputs}]
                pattern-sinks: [{pattern: sink(...)}]
            """;
    ModelLibrary models =
        ModelLibrary.read(
            List.of(
                new RuleText(
                    "m.yaml",
                    """
                    models:
                      - {id: remote-input, languages: [java], patterns: [{pattern: x, fromm: y}]}
                    """)));
    assertThat(messages(new RuleReader(models).read(List.of(new RuleText("r.yaml", text)))))
        .containsExactly(
            "r.yaml:7:31: unknown model 'remote-inputs' in rule 'sample'; did you mean"
                + " 'remote-input'?");
    RuleReading wrongModel =
        new RuleReader(models)
            .read(List.of(new RuleText("r.yaml", text.replace("inputs", "input"))));
    assertThat(messages(wrongModel))
        .singleElement()
        .asString()
        .startsWith("m.yaml:2:")
        .contains("unknown key 'fromm' in model 'remote-input'");
  }

  @Test
  void reportsUnknownKeysWithTheNearestKnownOne() {
    assertThat(messages(read(HEAD + "    patern: foo()\n")))
        .containsExactly(
            "r.yaml:2:5: one of 'pattern', 'patterns', 'pattern-either', 'pattern-regex' is"
                + " missing in rule 'sample'",
            "r.yaml:6:5: unknown key 'patern' in rule 'sample'; did you mean 'pattern'?");
    assertThat(messages(read(HEAD + "    patterns: [{pattern-insid: x}, {pattern: y}]\n")))
        .containsExactly(
            "r.yaml:6:17: unknown key 'pattern-insid' in rule 'sample'; did you mean"
                + " 'pattern-inside'?");
  }

  @Test
  void collectsAllProblemsOfAllFiles() {
    RuleReading reading =
        new RuleReader(ModelLibrary.EMPTY)
            .read(
                List.of(
                    new RuleText(
                        "a.yaml",
                        """
                        rules:
                          - id: one
                            severity: HIHG
                            languages: [jav, julia]
                            pattern: x
                          - id: two
                            message: m
                            severity: LOW
                            languages: [julia]
                            pattern: x
                          - id: three
                            message: m
                            severity: LOW
                            languages: [julia, go]
                            pattern: x
                        """),
                    new RuleText("b.yaml", "rules: [\n"),
                    new RuleText(
                        "c.yaml",
                        """
                        - id: three
                          message: m
                          severity: LOW
                          languages: [go]
                          pattern-regex: "(a"
                        - id: four
                          message: m
                          severity: LOW
                          languages: [go]
                          patterns:
                            - pattern: $X
                            - metavariable-comparison: {comparison: "$X <"}
                            - metavariable-regex: {metavariable: x, regex: "a"}
                        """)));
    assertThat(reading.rules()).extracting(Rule::id).containsExactly("three");
    List<String> messages = messages(reading);
    assertThat(messages.get(0)).isEqualTo("a.yaml:2:5: 'message' is missing in rule 'one'");
    assertThat(messages.get(1))
        .isEqualTo("a.yaml:3:15: unknown severity 'HIHG' in rule 'one'; did you mean 'HIGH'?");
    assertThat(messages)
        .anyMatch(m -> m.startsWith("a.yaml:4:17: unknown language 'jav' in rule 'one'; did you"))
        .anyMatch(m -> m.equals("a.yaml:9:17: language 'julia' is not supported yet in rule 'two'"))
        .anyMatch(m -> m.startsWith("b.yaml:"))
        .anyMatch(m -> m.startsWith("c.yaml:1:7: the rule id 'three' is already used at a.yaml:11"))
        .anyMatch(m -> m.contains("invalid comparison '$X <': a value expected"))
        .anyMatch(m -> m.contains("'x' is no metavariable"));
    assertThatThrownBy(reading::orThrow)
        .isInstanceOf(RulesInvalid.class)
        .hasMessageContaining(messages.getFirst());
  }

  @Test
  void appliesGenericRulesToTheTextOfEveryFile() {
    Rule rule = only(HEAD.replace("java", "generic") + "    pattern: foo\n");
    assertThat(rule.regexOnly()).isTrue();
    assertThat(rule.languages()).contains(Language.TEXT, Language.JAVA);
  }

  @Test
  void notesAliengrepRulesInsteadOfRunningThem() {
    RuleReading reading = read(HEAD.replace("java", "aliengrep") + "    pattern: foo\n");
    assertThat(reading.rules()).isEmpty();
    assertThat(reading.notes())
        .singleElement()
        .asString()
        .isEqualTo("r.yaml:2:9: rule 'sample' is not run: aliengrep is not supported");
  }

  @Test
  void appliesRegexRulesToEveryLanguage() {
    Rule rule = only(HEAD.replace("java", "regex") + "    pattern-regex: foo\n");
    assertThat(rule.regexOnly()).isTrue();
    assertThat(rule.languages()).contains(Language.TEXT, Language.SWIFT);
  }

  @Test
  void refusesMisplacedKeys() {
    assertThat(messages(read(HEAD + "    pattern: x\n    patterns: [{pattern: y}]\n")).getFirst())
        .contains("'patterns' beside 'pattern': put both under");
    assertThat(messages(read(HEAD + "    pattern: x\n    pattern-sinks: [{pattern: y}]\n")))
        .singleElement()
        .asString()
        .contains("'pattern-sinks' needs 'mode: taint'");
    assertThat(messages(read(HEAD + "    patterns: [{pattern-not: y}]\n")).getFirst())
        .contains("'patterns' needs something to find");
    assertThat(messages(read(HEAD + "    patterns: [{pattern: y, pattern-not: z}]\n")).getFirst())
        .contains("an item here has one key only: begin 'pattern-not' with its own");
  }

  @Test
  void readsRegexFixes() {
    Rule rule =
        only(
            HEAD
                + """
                    pattern: x
                    fix-regex: {regex: '(a)b', replacement: '\\1c', count: 1}
                """);
    RuleFix.RegexReplacement fix = (RuleFix.RegexReplacement) rule.fix().orElseThrow();
    assertThat(fix.regex().pattern()).isEqualTo("(a)b");
    assertThat(fix.replacement()).isEqualTo("\\1c");
    assertThat(fix.count()).isEqualTo(1);
  }

  @Test
  void sharesAnchors() {
    Rule rule =
        only(
            HEAD
                + """
                    pattern-either:
                      - patterns: &both
                          - pattern: foo()
                          - pattern-not: bar()
                      - patterns: *both
                """);
    assertThat(((Formula.Any) search(rule)).operands()).hasSize(2);
  }

  private static RuleReading read(String text) {
    return new RuleReader(ModelLibrary.EMPTY).read(List.of(new RuleText("r.yaml", text)));
  }

  private static Rule only(String text) {
    List<Rule> rules = read(text).orThrow();
    assertThat(rules).hasSize(1);
    return rules.getFirst();
  }

  private static Formula search(Rule rule) {
    return ((RuleMode.Search) rule.mode()).formula();
  }

  private static TaintSpec taint(Rule rule) {
    return ((RuleMode.Taint) rule.mode()).spec();
  }

  private static List<String> messages(RuleReading reading) {
    return reading.problems().stream().map(RuleProblem::toString).toList();
  }
}
