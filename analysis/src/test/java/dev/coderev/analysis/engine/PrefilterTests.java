package dev.coderev.analysis.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coderev.analysis.pattern.Requirement.AllOf;
import dev.coderev.analysis.pattern.Requirement.AnyOf;
import dev.coderev.analysis.pattern.Requirement.Literal;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class PrefilterTests {

  @Test
  void letsThroughRulesWhoseLiteralsOccur() {
    Prefilter prefilter =
        new Prefilter(
            List.of(
                new AllOf(List.of()),
                new Literal("exec", true),
                new AllOf(List.of(new Literal("exec", true), new Literal("Runtime", true))),
                new AnyOf(List.of(new Literal("eval", true), new Literal("Run", false))),
                new AnyOf(List.of()),
                new Literal("", false)));
    assertThat(prefilter.candidates("x.exec(Runtime)").stream()).containsExactly(0, 1, 2, 3, 5);
    assertThat(prefilter.candidates("execute(); run").stream()).containsExactly(0, 5);
    assertThat(prefilter.candidates("").stream()).containsExactly(0, 5);
  }

  @Test
  void ignoresLetterCaseWhereAsked() {
    Prefilter prefilter =
        new Prefilter(
            List.of(new Literal("PassWord", false, true), new Literal("PassWord", false, false)));
    assertThat(prefilter.candidates("my PASSWORD").stream()).containsExactly(0);
    assertThat(prefilter.candidates("my PassWord").stream()).containsExactly(0, 1);
  }

  @Test
  void seesWordsOnlyBetweenOtherCharacters() {
    LiteralScanner scanner = new LiteralScanner(List.of(new Literal("ab", true)));
    assertThat(scanner.find("ab").get(0)).isTrue();
    assertThat(scanner.find("xab ab_ ab1 éab").isEmpty()).isTrue();
    assertThat(scanner.find("xab $ab.").get(0)).isTrue();
  }

  @Test
  void takesLiteralsBeyondLatinToOccur() {
    LiteralScanner scanner = new LiteralScanner(List.of(new Literal("π", false)));
    assertThat(scanner.find("no such letter").get(0)).isTrue();
  }

  @Property(tries = 300)
  void findsWhatContainsFinds(
      @ForAll @Size(min = 1, max = 8)
          List<@StringLength(min = 1, max = 4) @CharRange(from = 'a', to = 'c') String> literals,
      @ForAll @StringLength(max = 30) @CharRange(from = 'a', to = 'd') String text) {
    LiteralScanner scanner =
        new LiteralScanner(literals.stream().map(literal -> new Literal(literal, false)).toList());
    for (int i = 0; i < literals.size(); i++) {
      assertThat(scanner.find(text).get(i)).isEqualTo(text.contains(literals.get(i)));
    }
  }
}
