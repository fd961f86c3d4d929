package dev.coderev.analysis.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegexStartsTests {
  /** Expressions of the letters a, b and c, of which it is known how their matches begin. */
  private static final List<String> REGEXES =
      List.of(
          "ab",
          "abb*",
          "ab+c",
          "(?:ab|ba)c?",
          "[ab]c[abc]*",
          "a?bc",
          "\\bab",
          "(?<!c)ab(?=c|$)",
          "(?:ab)+c",
          "(?<NAME>ab|cc)a{2}",
          "(?i)AB",
          "(?i:AB)c",
          "(?=[ab])(?:ab|bc)",
          "a{3}b?",
          "(?:ab|c){2}",
          "(?<!a)b{2,}c",
          "(?i)a{2}b",
          "a{2}(?:aa|ab|ac|ba|bb|bc|ca|cb|cc)");

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "(?:ghp|gho)_[A-Z]+ # xx gho_A # 3",
        "(?=[AB])(?:Abc|Bcd)\\w+ # cBcd # 1",
        "(?i)token # my TOKEN # 3",
        "https?://[a-z] # see http://a # 4",
        "\\b(?<SECRET>AKIA[A-Z]{16}) # AKI AKIA # 4",
        "(?<![A-Z])A{4}[A-Z]+ # AAA AAAA # 4",
      })
  void findsWhereAMatchMayBegin(String regex, String text, int at) {
    RegexStarts.Search starts = RegexLiterals.starts(Pattern.compile(regex)).in(text);
    assertThat(starts.next(0)).isEqualTo(at);
    assertThat(starts.next(at + 1)).isEqualTo(-1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "a?b",
        "[^a]bc",
        "(?:ab)?c*",
        "ab|c",
        "\\Gabc",
        "(?iu)abc",
        "\u00e9\u00e9",
        "(?x)a b"
      })
  void knowsNothingWhereAMatchMayBeginInTooManyWays(String regex) {
    assertThat(RegexLiterals.starts(Pattern.compile(regex)).isKnown()).isFalse();
  }

  @Property(tries = 300)
  void leavesNoMatchOut(
      @ForAll @StringLength(max = 30) @CharRange(from = 'a', to = 'c') String text) {
    for (String regex : REGEXES) {
      Pattern pattern = Pattern.compile(regex);
      RegexStarts starts = RegexLiterals.starts(pattern);
      assertThat(starts.isKnown()).as(regex).isTrue();
      List<Integer> found = new ArrayList<>();
      RegexStarts.Search search = starts.in(text);
      for (int at = search.next(0); at >= 0; at = search.next(at + 1)) {
        found.add(at);
      }
      assertThat(found).as(regex).containsAll(matches(pattern, text));
    }
  }

  private static List<Integer> matches(Pattern pattern, String text) {
    List<Integer> matches = new ArrayList<>();
    Matcher matcher = pattern.matcher(text);
    for (int at = 0; at < text.length() && matcher.find(at); at = matcher.start() + 1) {
      matches.add(matcher.start());
    }
    return matches;
  }
}
