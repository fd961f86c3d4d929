package dev.coderev.analysis.regex;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolynomialMatchingTests {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\\s+$",
        "\\s*$",
        "^\\s+|\\s+$",
        " *; *",
        ".*\\.",
        "p*q",
        "m+n",
        "^p*p*q",
        "^(ab)*ab(ab)*c",
        "^\\d*[2-4]*x",
        "^(\\d|q)*([0-5]|r)*x",
        "<.*id=\"([^\"]+)\".*>",
        "a.*b",
        "^\\d*7\\w*$",
        "[^k].*$",
        "/\\*[\\d\\D]*?\\*/",
        "^([a-z-]+)[ \\t]+([a-z \\t]+=*)(.*)$",
      })
  void seesTextsThatCanBeDividedAnywhere(String regex) {
    assertThat(PolynomialMatching.isPossible(regex)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "abc",
        "^\\s+",
        "^\\d+\\.\\d+$",
        "^\\s*[a-z]+\\s*$",
        "^[^:]*:.*$",
        "\\s+",
        "^p*q",
        "^\\w+@\\w+$",
        "x?y?z",
        "^(a|b)*c",
        "(?>\\s+)x|^y",
        "^\"[^\"]*\"$",
        "a{1,3}b",
        "\\w*",
        "^.*",
        "[",
      })
  void findsNothingWhereEachCharacterHasItsPlace(String regex) {
    assertThat(PolynomialMatching.isPossible(regex)).isFalse();
  }

  @Test
  void givesUpOnWhatIsTooLarge() {
    assertThat(PolynomialMatching.isPossible("[a-z]{0,20}x".repeat(60) + "+$")).isFalse();
  }
}
