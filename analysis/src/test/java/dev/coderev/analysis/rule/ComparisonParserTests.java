package dev.coderev.analysis.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coderev.analysis.rule.ComparisonExpression.Binary;
import dev.coderev.analysis.rule.ComparisonExpression.Call;
import dev.coderev.analysis.rule.ComparisonExpression.IntegerLiteral;
import dev.coderev.analysis.rule.ComparisonExpression.ListLiteral;
import dev.coderev.analysis.rule.ComparisonExpression.Metavariable;
import dev.coderev.analysis.rule.ComparisonExpression.StringLiteral;
import dev.coderev.analysis.rule.ComparisonExpression.Unary;
import dev.coderev.analysis.rule.ExpressionTokens.ExpressionInvalid;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComparisonParserTests {

  private static final Metavariable X = new Metavariable("$X");

  @Test
  void bindsAsPythonDoes() throws ExpressionInvalid {
    assertThat(ComparisonParser.parse("$X + 2 * -3 ** 2 < 0x10 and not $X in [1, 'a\\'b',]"))
        .isEqualTo(
            new Binary(
                "and",
                new Binary(
                    "<",
                    new Binary(
                        "+",
                        X,
                        new Binary(
                            "*",
                            new IntegerLiteral(2),
                            new Unary(
                                "-",
                                new Binary("**", new IntegerLiteral(3), new IntegerLiteral(2))))),
                    new IntegerLiteral(16)),
                new Unary(
                    "not",
                    new Binary(
                        "in",
                        X,
                        new ListLiteral(
                            List.of(new IntegerLiteral(1), new StringLiteral("a'b")))))));
  }

  @Test
  void readsCallsByTheirDottedName() throws ExpressionInvalid {
    assertThat(ComparisonParser.parse("re.match(r\"a\\d\", str($X)) or $X not in 'a' \"b\""))
        .isEqualTo(
            new Binary(
                "or",
                new Call(
                    "re.match", List.of(new StringLiteral("a\\d"), new Call("str", List.of(X)))),
                new Binary("not in", X, new StringLiteral("ab"))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "$X <",
        "1 < $X < 2",
        "foo($X)",
        "$x < 1",
        "($X",
        "$X ? 1",
        "99999999999999999999 < $X",
        "int()",
        "$X not 1",
        "'a",
        "$X 1"
      })
  void refusesWhatIsNoComparison(String text) {
    assertThatThrownBy(() -> ComparisonParser.parse(text)).isInstanceOf(ExpressionInvalid.class);
  }

  @Test
  void refusesAbsurdNesting() {
    assertThatThrownBy(() -> ComparisonParser.parse("(".repeat(10_000) + "1" + ")".repeat(10_000)))
        .isInstanceOf(ExpressionInvalid.class)
        .hasMessage("nested too deeply");
  }

  @Test
  void readsLabels() throws ExpressionInvalid {
    LabelExpression expression = LabelParser.parse("A and (B or not C) and True");
    assertThat(expression.holdsFor(Set.of("A", "B", "C"))).isTrue();
    assertThat(expression.holdsFor(Set.of("A", "C"))).isFalse();
    assertThat(LabelParser.parse("False").holdsFor(Set.of())).isFalse();
    assertThatThrownBy(() -> LabelParser.parse("A and")).isInstanceOf(ExpressionInvalid.class);
    assertThatThrownBy(() -> LabelParser.parse("A B")).isInstanceOf(ExpressionInvalid.class);
    assertThatThrownBy(() -> LabelParser.parse("$A")).isInstanceOf(ExpressionInvalid.class);
  }
}
