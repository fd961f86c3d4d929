package dev.coderev.analysis.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GuardReaderTests {
  private static RuleReading read(String item) {
    String yaml =
        """
        rules:
          - id: test
            languages: [java]
            severity: HIGH
            message: found
            mode: taint
            pattern-sources:
              - pattern: source()
            pattern-sinks:
              - pattern: sink(...)
            pattern-sanitizers:
              - pattern: $LIST.contains($VALUE)
        %s\
        """
            .formatted(item.indent(8));
    return new RuleReader(ModelLibrary.EMPTY).read(List.of(new RuleText("test.yaml", yaml)));
  }

  private static TaintSpec.Sanitizer sanitizer(String item) {
    RuleMode.Taint mode = (RuleMode.Taint) read(item).orThrow().getFirst().mode();
    return mode.spec().sanitizers().getFirst();
  }

  @Test
  void aSanitizerIsNoGuardByItself() {
    assertThat(sanitizer("exact: true").guard()).isEmpty();
  }

  @Test
  void readsWhereEscapingHolds() {
    assertThat(sanitizer("within: quotes").within()).contains(Placement.QUOTES);
    assertThat(sanitizer("within: markup").within()).contains(Placement.MARKUP);
    assertThat(sanitizer("exact: true").within()).isEmpty();
  }

  @Test
  void readsEverythingThatAGuardSays() {
    TaintSpec.Guard guard =
        sanitizer(
                """
                guards: [$VALUE, $OTHER]
                when: false
                among: $LIST
                matching: $REGEX
                whole: false
                forbids: "/"
                """)
            .guard()
            .orElseThrow();
    assertThat(guard.values()).containsExactly("$VALUE", "$OTHER");
    assertThat(guard.when()).isFalse();
    assertThat(guard.among()).contains("$LIST");
    assertThat(guard.matching()).contains("$REGEX");
    assertThat(guard.whole()).isFalse();
    assertThat(guard.forbids()).isEqualTo("/");
  }

  @Test
  void aGuardHoldsWhereTheCheckIsTrueUnlessItSaysOtherwise() {
    TaintSpec.Guard guard = sanitizer("guards: $VALUE").guard().orElseThrow();
    assertThat(guard.when()).isTrue();
    assertThat(guard.whole()).isTrue();
    assertThat(guard.forbids()).isEqualTo(TaintSpec.Guard.SPECIAL);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "when: false | 'when' needs 'guards' beside it in rule 'test'",
        "within: brackets | 'within' is one of quotes, markup",
        "guards: value | is no metavariable",
        "guards: [] | 'guards' must name a metavariable in rule 'test'",
        "guards: $VALUE, by-side-effect: true | 'by-side-effect' has no meaning beside 'guards'",
        "guards: $VALUE, forbids: x | 'forbids' needs 'matching' beside it in rule 'test'",
        "guards: $VALUE, whole: true | 'whole' needs 'matching' beside it in rule 'test'",
        "guards: $VALUE, when: sometimes | 'when' must be true or false",
        "guards: $VALUE, guarded: true | unknown key"
      })
  void saysWhatIsWrongAndWhere(String keys, String problem) {
    RuleReading reading = read(keys.replace(", ", "\n"));
    assertThat(reading.problems()).hasSize(1);
    assertThat(reading.problems().getFirst().toString()).contains("test.yaml:").contains(problem);
  }
}
