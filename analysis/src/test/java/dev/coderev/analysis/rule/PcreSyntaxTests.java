package dev.coderev.analysis.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.regex.Matcher;
import java.util.regex.PatternSyntaxException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PcreSyntaxTests {

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      quoteCharacter = '`',
      value = {
        "(?P<A_B>x)(?P=A_B) xx",
        "(?'Q'x)\\k{Q}\\k'Q'\\k<Q> xxxx",
        "[[:alpha:]_]+ ab_",
        "[[:^digit:]]+ ab",
        "[]a]+ ]a",
        "[^]a]+ bc",
        "[[&&]+ [&&",
        "[[:]+ [:",
        "[\\[\\]]+ []",
        "a{ a{",
        "{a} {a}",
        "a{2} aa",
        "a{1,}b{2,3} abbb",
        "(?#note)a a",
        "(a)\\g1\\g{1} aaa",
        "\\Qa.b\\E+ a.bb",
        "\\N+ ab",
        "\\p{Greek}\\p{Lu} αA",
        "\\p{^Lu} a",
        "(?i)ab AB",
        "(?:a|b)++\\Z ab",
        "\\Aa\\h*b\\z ab",
        "\\<a\\> <a>",
        "[\\w.#-]+ a.#-",
      })
  void understandsWhatPcreUnderstands(String regex, String text) {
    assertThat(PcreSyntax.compile(regex, 0).matcher(text).matches()).isTrue();
  }

  @Test
  void endsLinesOnlyAtLineFeeds() {
    Matcher matcher =
        PcreSyntax.compile("^b.$", java.util.regex.Pattern.MULTILINE).matcher("a\nb\r\nc");
    assertThat(matcher.find()).isTrue();
  }

  @Test
  void givesBackTheNamesOfGroups() {
    assertThat(PcreSyntax.compile("(?<MY_NAME>x)", 0).namedGroups().keySet())
        .extracting(PcreSyntax::groupName)
        .containsExactly("MY_NAME");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(a",
        "a\\",
        "[a",
        "(?R)",
        "(?1)",
        "(?(1)a|b)",
        "(*SKIP)a",
        "a\\Kb",
        "*a",
        "(?|a)",
        "\\k",
        "\\g{-1}",
        "(?P<a",
        "(?<a>x)(?<a>y)",
        "(?#a"
      })
  void refusesWhatCannotRun(String regex) {
    assertThatThrownBy(() -> PcreSyntax.compile(regex, 0))
        .isInstanceOf(PatternSyntaxException.class);
  }
}
