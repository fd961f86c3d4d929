package dev.coderev.analysis.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coderev.analysis.pattern.Requirement.AllOf;
import dev.coderev.analysis.pattern.Requirement.AnyOf;
import dev.coderev.analysis.pattern.Requirement.Literal;
import java.util.List;
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
  void tellsPartsThatRulesShareAsIfEachHadItsOwn() {
    AnyOf shared = new AnyOf(List.of(new Literal("eval", true), new Literal("exec", true)));
    Prefilter prefilter =
        new Prefilter(
            List.of(
                new AllOf(List.of(shared, new Literal("Runtime", true))),
                shared,
                new AllOf(List.of(new Literal("Shell", true), shared))));
    assertThat(prefilter.candidates("exec(Shell)").stream()).containsExactly(1, 2);
    assertThat(prefilter.candidates("Runtime, Shell").stream()).isEmpty();
  }
}
