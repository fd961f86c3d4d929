package dev.coderev.analysis.taint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegexAlphabetTests {
  private static final String SPECIAL = "'\"`<>;|&$\\(){}*";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[a-z]+",
        "^[A-Za-z0-9_-]{1,20}$",
        "\\w+",
        "(?:asc|desc)",
        "(?i:up|down)",
        "\\d{4}-\\d{2}-\\d{2}",
        "a|b",
        "[[:alnum:]]+",
        "\\p{Alpha}\\p{Digit}*",
        "[\\w.@ -]+",
        "x[+]?y"
      })
  void letsNothingSpecialThrough(String regex) {
    assertThat(RegexAlphabet.excludes(regex, SPECIAL, true)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".*",
        "[^<>]+",
        "\\S+",
        "\\W",
        "[ -~]+",
        "it's",
        "(a",
        "[a-z",
        "(?=x)y",
        "(?<name>x)",
        "[a-z&&[^b]]",
        "[a-z']",
        "a\\'b",
        "\\x27",
        "[[:punct:]]",
        "\\"
      })
  void takesTheRestForDangerous(String regex) {
    assertThat(RegexAlphabet.excludes(regex, SPECIAL, true)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"^[a-z]+$", "\\A[a-z]+\\z", "^(a|b)$"})
  void anchorsMakeASearchACheckOfTheWhole(String regex) {
    assertThat(RegexAlphabet.excludes(regex, SPECIAL, false)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"[a-z]+", "^[a-z]+", "[a-z]+$", "^a|b$", "^a\\$"})
  void aSearchWithoutBothAnchorsLeavesTheRestOpen(String regex) {
    assertThat(RegexAlphabet.excludes(regex, SPECIAL, false)).isFalse();
  }
}
