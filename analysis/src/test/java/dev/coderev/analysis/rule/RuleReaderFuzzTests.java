package dev.coderev.analysis.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever a rule file holds, reading it gives rules or problems, and no exception. */
class RuleReaderFuzzTests {

  private static final String SOUND =
      """
      rules:
        - id: sample
          message: "Do not $X."
          severity: HIGH
          languages: [java, python]
          mode: taint
          metadata: {category: security, cwe: [CWE-1], confidence: LOW}
          options: {symbolic_propagation: true}
          paths: {include: ["*.java"], exclude: [test]}
          pattern-sources:
            - patterns:
                - pattern: foo($X, ...)
                - pattern-either: [{pattern: a}, {pattern-regex: "(?P<N>a+)[[:alpha:]]"}]
                - metavariable-regex: {metavariable: $X, regex: a.*}
                - metavariable-comparison: {comparison: "int($X) + 1 < 2 ** 3 and not $Y in [1]"}
                - metavariable-pattern: {metavariable: $X, language: generic, pattern: x}
                - focus-metavariable: $X
              label: A
              requires: B and not C
            - model: m
          pattern-sinks: &sinks
            - pattern: |
                sink($X)
          pattern-sanitizers: *sinks
          fix-regex: {regex: a(b), replacement: '\\1', count: 2}
        - id: newer
          message: m
          severity: LOW
          languages: [go]
          match:
            all: [{pattern: x}, {not: {inside: y}}, {any: [z, {regex: w}]}]
            where: [{metavariable: $X, type: int}, {focus: $X}, {comparison: $X == 'a'}]
      """;

  private static final String[] FRAGMENTS = {
    "rules:",
    "- ",
    "  ",
    "\n",
    "\t",
    ": ",
    "pattern",
    "patterns:",
    "id: x",
    "&a",
    "*a",
    "!!int 3",
    "[",
    "]",
    "{",
    "}",
    "|",
    ">",
    "'",
    "\"",
    "$X",
    "(?<",
    "((((",
    "\\",
    "---",
    "...",
    "#",
    "~",
    "null",
    "model: m",
    "languages: [java]",
    "severity: LOW",
    "message: m",
    "? ",
    "%YAML 1.1",
    "<<:",
    "\u0000",
    "\uFEFF",
    "é",
    "9".repeat(30),
    "- - - -"
  };

  @Property(tries = 400)
  void survivesMutatedRules(@ForAll("mutations") String text) {
    assertReads(text);
  }

  @Property(tries = 300)
  void survivesRandomText(@ForAll("fragments") String text) {
    assertReads(text);
  }

  @Provide
  Arbitrary<String> fragments() {
    return Arbitraries.of(FRAGMENTS).list().ofMaxSize(25).map(parts -> String.join("", parts));
  }

  @Provide
  Arbitrary<String> mutations() {
    Arbitrary<Integer> at = Arbitraries.integers().between(0, SOUND.length() - 1);
    Arbitrary<String> change =
        Arbitraries.oneOf(Arbitraries.of(FRAGMENTS), Arbitraries.strings().ofMaxLength(3));
    Arbitrary<List<Mutation>> several =
        Combinators.combine(at, Arbitraries.integers().between(0, 12), change)
            .as(Mutation::new)
            .list()
            .ofMinSize(1)
            .ofMaxSize(4);
    return several.map(mutations -> {
      StringBuilder text = new StringBuilder(SOUND);
      for (Mutation mutation : mutations) {
        int start = Math.min(mutation.at(), text.length());
        int end = Math.min(start + mutation.removed(), text.length());
        text.replace(start, end, mutation.inserted());
      }
      return text.toString();
    });
  }

  private record Mutation(int at, int removed, String inserted) {}

  private static void assertReads(String text) {
    RuleReading reading =
        new RuleReader(ModelLibrary.EMPTY).read(List.of(new RuleText("r.yaml", text)));
    assertThat(reading.problems()).allMatch(problem -> !problem.message().isBlank());
    ModelLibrary models = ModelLibrary.read(List.of(new RuleText("m.yaml", text)));
    assertThat(new RuleReader(models).read(List.of())).isNotNull();
  }
}
