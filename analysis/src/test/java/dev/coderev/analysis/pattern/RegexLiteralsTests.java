package dev.coderev.analysis.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegexLiteralsTests {
  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "secret_[a-z]+_end # secret_x_end # nothing here",
        "(?:ghp|gho)_[A-Za-z0-9]{36} # a ghp_ token # a ghx_ token",
        "\\b(?<NAME>AKIA[A-Z2-7]{16})\\b # AKIA # AKI",
        "(?<![\\w:])[0-9]{8}:AA[x]{3} # 12:AAxxx # 12:AAxx",
        "one(?:two)?three # onethree # one two",
        "(?:https|http)://x # http://x # https:/x",
        "begin\\.end # begin.end # begin,end",
        "[\\]a]ab{2}cde+ # ]abbcde # abb cde",
        "gh[pousr]_[A-Z]+ # ghu_A # gh_A",
        "A{4}[a-z] # xAAAAx # AAAx",
        "(?:ab){2,}c # ababab # abcab",
        "x{40}y # xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxy # xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
        "x{200}y # xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx # xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
        "(?i:Pass)word # PASSword # pasword",
        "(?i)PassWord\\s*= # xPASSWORD = # pass word=",
      })
  void requiresWhatEveryMatchContains(String regex, String with, String without) {
    Requirement requirement = RegexLiterals.of(Pattern.compile(regex));
    assertThat(requirement.holds(literal -> occurs(literal, with))).isTrue();
    assertThat(requirement.holds(literal -> occurs(literal, without))).isFalse();
  }

  private static boolean occurs(Requirement.Literal literal, String text) {
    return literal.ignoreCase()
        ? text.toLowerCase(Locale.ROOT).contains(literal.text().toLowerCase(Locale.ROOT))
        : text.contains(literal.text());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "secret|[0-9]+",
        "(?:secret)?",
        "(?:secret){0,3}",
        "(?=secret).",
        "(?!secret).",
        "a",
        "(?i)s(?-i)ecret",
        "\\x41\\u0042\\p{Lower}\\01\\cA",
        "(secret)*",
      })
  void requiresNothingWhereNothingIsSure(String regex) {
    assertThat(RegexLiterals.of(Pattern.compile(regex)).isTrivial()).isTrue();
  }

  @Test
  void readsALiteralPatternAsItStands() {
    Requirement requirement = RegexLiterals.of(Pattern.compile("a.b(", Pattern.LITERAL));
    assertThat(requirement).isEqualTo(new Requirement.Literal("a.b(", false));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"^(get|put)$", "(?:get|put)$", "^gets?$", "(?i)^(?:get|put)$", "^[gp]et$"})
  void seesThatAllOfATextIsKnown(String regex) {
    assertThat(RegexLiterals.isWhole(Pattern.compile(regex))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "^(get|put)",
        "get|put$",
        "^get.*$",
        "^get\\$",
        "(get|put$)",
        "(?m)^get$",
        "^\\w+$"
      })
  void seesThatMoreMayFollowOrStandBefore(String regex) {
    assertThat(RegexLiterals.isWhole(Pattern.compile(regex))).isFalse();
  }
}
