package dev.coderev.analysis.regex;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegexTextTests {
  @ParameterizedTest
  @ValueSource(strings = {"/^a$/", "/^a$/iD", "#^a$#u", "~^a$~"})
  void delimitersAreNoPartOfTheExpression(String regex) {
    assertThat(RegexText.undelimited(regex)).isEqualTo("^a$");
  }

  @ParameterizedTest
  @ValueSource(strings = {"^a$", "/a", "/^a$/m", "//"})
  void otherTextStaysAsItIs(String regex) {
    assertThat(RegexText.undelimited(regex)).isEqualTo(regex);
  }
}
