package dev.coderev.analysis.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coderev.analysis.source.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ComparisonsTests {
  private static boolean holds(String comparison, String code, String... more) {
    return SearchRule.of(
            Language.PYTHON,
            """
            - pattern: f($X)
            - metavariable-comparison:
                metavariable: $X
                comparison: |
                  %s
            """
                    .formatted(comparison)
                + String.join("\n", more).indent(4))
        .matchesIn(code);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "$X + 2 == 9; f(7)",
        "$X - 10 == -3; f(7)",
        "$X * 3 == 21; f(7)",
        "$X / 2 == 3; f(7)",
        "$X % 4 == 3; f(7)",
        "-$X % 4 == 1; f(7)",
        "$X ** 2 == 49; f(7)",
        "($X & 3) == 3; f(7)",
        "($X | 8) == 15; f(7)",
        "($X ^ 5) == 2; f(7)",
        "$X << 2 == 28; f(7)",
        "$X >> 1 == 3; f(7)",
        "~$X == -8; f(7)",
        "+$X == 7; f(7)",
        "0x1f == $X; f(31)",
        "$X == 0o17; f(15)",
        "$X == 0b101; f(5)",
      })
  void calculatesWithWholeNumbers(String comparison, String code) {
    assertThat(holds(comparison, code)).isTrue();
    assertThat(holds("not (" + comparison + ")", code)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "$X + 1 == 3.5; f(2.5)",
        "$X - 1 == 1.5; f(2.5)",
        "$X * 2 == 5; f(2.5)",
        "$X / 2 == 1.25; f(2.5)",
        "$X % 2 == 0.5; f(2.5)",
        "$X ** 2 == 6.25; f(2.5)",
        "-$X < -2; f(2.5)",
        "$X == 2; f(2.0)",
      })
  void calculatesWithFractions(String comparison, String code) {
    assertThat(holds(comparison, code)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "$X < 8, $X < 7",
    "$X <= 7, $X <= 6",
    "$X > 6, $X > 7",
    "$X >= 7, $X >= 8",
    "$X == 7, $X == 8",
    "$X != 8, $X != 7",
    "$X > 1 and $X < 9, $X > 1 and $X > 9",
    "$X < 1 or $X < 9, $X < 1 or $X > 9",
    "not $X < 1, not $X > 1",
    "True, False",
  })
  void comparesAndJoins(String holding, String failing) {
    assertThat(holds(holding, "f(7)")).isTrue();
    assertThat(holds(failing, "f(7)")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$X in ['des', 'rc4']",
        "$X not in ['aes', 'rsa']",
        "'e' in $X",
        "'x' not in $X",
        "$X + '3' == 'des3'",
        "$X == 'des'",
        "$X != 'aes'",
        "len($X) == 3",
        "re.match('d.s', $X)",
        "re.match('d', $X)",
        "not re.match('es', $X)",
        "str($X) == 'des'",
      })
  void asksAboutTexts(String comparison) {
    assertThat(holds(comparison, "f('des')")).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "int($X) == 42; f('42')",
        "int($X) == 42; f('0x2a')",
        "int($X) == 8; f('0o10')",
        "int($X) == 5; f('0b101')",
        "int($X) == 2; f(2.9)",
        "int($X) == 1; f(True)",
        "float($X) == 2.0; f(2)",
        "str($X) == '42'; f(42)",
        "str($X) == '2.5'; f(2.5)",
        "str($X) == 'True'; f(True)",
        "str($X) == 'g(y)'; f(g(y))",
        "re.match('g[(]', str($X)); f(g(y))",
      })
  void turnsOneKindOfValueIntoAnother(String comparison, String code) {
    assertThat(holds(comparison, code)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"float($X) == 2.5, 2.5", "float($X) == 2, 2", "float($X) < 0, ' -1e3 '"})
  void readsFractionsFromTexts(String comparison, String text) {
    assertThat(holds(comparison, "f('" + text + "')")).isTrue();
  }

  @Test
  void dividesDownwards() {
    assertThat(holds("$X // 2 == 3", "f(7)")).isTrue();
    assertThat(holds("-$X // 2 == -4", "f(7)")).isTrue();
    assertThat(holds("$X // 2 == 1", "f(2.5)")).isTrue();
    assertThat(holds("$X // 0 != 1", "f(7)")).isFalse();
  }

  @Test
  void knowsDays() {
    assertThat(holds("strptime($X) < today()", "f('2001-02-03')")).isTrue();
    assertThat(holds("strptime($X) > today()", "f('2001-02-03')")).isFalse();
    assertThat(holds("strptime($X) < strptime('2001-03-01')", "f('2001-02-03')")).isTrue();
    assertThat(holds("strptime($X) < today()", "f('soon')")).isFalse();
  }

  @Test
  void seesThroughConstants() {
    assertThat(holds("$X < 2048", "size = 1024\nf(size)")).isTrue();
    assertThat(holds("$X < 2048", "size = 4096\nf(size)")).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "$X / 0 != 1; f(7)",
        "$X % 0 != 1; f(7)",
        "$X < 8; f('seven')",
        "$X < 8; f(seven)",
        "$X != 8; f(seven)",
        "not $X; f(7)",
        "$X; f(7)",
        "$X and True; f(7)",
        "($X & 1) != 5; f('text')",
        "int($X) != 5; f('text')",
        "float($X) != 5; f('text')",
        "int([$X]) != 5; f(7)",
        "str([$X]) != '5'; f(7)",
        "$X not in 5; f(7)",
        "$Y != 5; f(7)",
        "not re.match('(', str($X)); f(7)",
        "~$X != 5; f(2.5)",
        "-$X != 5; f('text')",
      })
  void holdsForNothingThatHasNoValue(String comparison, String code) {
    assertThat(holds(comparison, code)).isFalse();
  }

  @Test
  void stripsTextsToNumbers() {
    assertThat(holds("$X > 100", "f('0x80')", "strip: true")).isTrue();
    assertThat(holds("$X > 100", "f('0x80')")).isFalse();
    assertThat(holds("$X == 511", "f('777')", "base: 8")).isTrue();
    assertThat(holds("$X == 255", "f('0xff')", "base: 16")).isTrue();
    assertThat(holds("$X == 255", "f('zz')", "base: 16")).isFalse();
  }
}
