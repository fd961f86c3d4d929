package dev.coderev.analysis.regex;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExponentialMatchingTests {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "^(a+)+$",
        "^(x*)*y",
        "^([a-z]+\\d*)*x",
        "(?:\\w|\\d)+;",
        "^(\\w+\\s?)*$",
        "([^,]*,?)*\\.$",
        "^(?:[^\"]|\\\\.)*\"x",
        "\"(?:[^\"\\\\]|\\\\.|\\\\n)*\";",
        "^(([a-z0-9])+[.-]?)+@[a-z]+$",
        "(ab|a|b)+c",
        "(ab?a?)*z",
        "^(?:(?:p?p?)q?)*r$",
        "(?i)(?:k|K)+;",
        "(?:\\x41|A)+!",
        "(?:\\u0042|[A-B])+!",
        "(?s)(?:.|\\n)*;",
        "^((?=x)x|x)*y",
        "([[:digit:]]|5)+;",
        "(?<part>m+)+n",
        "(?P<part>m+)+n",
        "('|\")(\\\\?.)*?\\1",
        "(\\n\\s*)+;$",
        "(a+){3,}b",
        "((ab)*)+c",
        "(\\Qa.b\\E|a.b)*c",
        "(a|b|ab)*c(?#comment)",
        "(?:\\p{L}|x)+\\d",
        "x(?:e?e?|f)+$",
      })
  void seesWordsThatDoubleTheWays(String regex) {
    assertThat(ExponentialMatching.isPossible(regex)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "^[a-z]+$",
        "(ab)+c",
        "(a|b)*c",
        "(?:\\r\\n|\\r|\\n)+",
        "\"(?:[^\"\\\\]|\\\\.)*\"",
        "(?:[a-z]+\\.)+com",
        "(?:a{1,3}b)*c",
        "(\\w+)*",
        "(a+)*[\\s\\S]*",
        "(?:\\d+,)*\\d+;",
        "(?>a+)+b",
        "(a++)+b",
        "(a?)*b",
        "(?:(?!-->).)*-->",
        "(?:a|(?!a).)*b",
        "((;|^)k+)+$",
        "([^\\]]|x\\])*y",
        "(?:[^&]|&(?!amp))*;",
        "(a+){2}b",
        "(a+)?b",
        "[(a+)]+b",
        "(a{2}){3}b",
        "((?:\\s|\\d)*)\"",
      })
  void seesThatOneWayLeadsThrough(String regex) {
    assertThat(ExponentialMatching.isPossible(regex)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(a+",
        "*(a)+",
        "(a+)+b)",
        "[a-z&&[^b]]+(a)+",
        "(?x) (a+)+ b",
        "(a+)+\\",
        "([a+)+b",
        "(?P=",
      })
  void saysNothingOfWhatItDoesNotUnderstand(String regex) {
    assertThat(ExponentialMatching.isPossible(regex)).isFalse();
  }

  @Test
  void givesUpOnWhatIsTooLarge() {
    String wide = "(" + "(a?b?){30}".repeat(60) + ")+c";
    String deep = "(".repeat(100) + "a" + ")+".repeat(100);
    String manyWays = "(" + "(?:a?|b?|c?)".repeat(12) + ")*d";
    assertThat(ExponentialMatching.isPossible(wide)).isFalse();
    assertThat(ExponentialMatching.isPossible(deep)).isFalse();
    assertThat(ExponentialMatching.isPossible(manyWays)).isFalse();
  }
}
