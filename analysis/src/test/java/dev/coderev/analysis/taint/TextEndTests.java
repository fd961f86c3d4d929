package dev.coderev.analysis.taint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coderev.analysis.rule.Placement;
import dev.coderev.analysis.taint.TextEnd.Fit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextEndTests {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '#',
      value = {
        "where name = '         | HOLDS",
        "where name = \"        | HOLDS",
        "where name like '%     | HOLDS",
        "where id =             | FAILS",
        "where a = 'b' and c =  | FAILS",
        "where a = 'b\\' and c =| HOLDS",
        "where a = 'b''c' or d =| FAILS",
        "select `               | HOLDS"
      })
  void quotesAreOpenUntilTheyClose(String text, Fit fit) {
    assertThat(TextEnd.START.then(text).fits(Placement.QUOTES)).isEqualTo(fit);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '#',
      value = {
        " and a = '  | HOLDS",
        " and a = '% | HOLDS",
        " and a =    | UNKNOWN",
        "' and b =   | UNKNOWN"
      })
  void afterAnUnknownTextOnlyTheLastCharacterTells(String text, Fit fit) {
    assertThat(TextEnd.UNKNOWN.then(text).fits(Placement.QUOTES)).isEqualTo(fit);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '#',
      value = {
        "hello                          | UNKNOWN",
        "<p>                            | HOLDS",
        "<a title=\"                    | HOLDS",
        "<a title='x' id='              | HOLDS",
        "<a title=                      | FAILS",
        "<                              | FAILS",
        "<p>a < b and                   | HOLDS",
        "<script>var x =                | FAILS",
        "<script>var x = '              | HOLDS",
        "<script>var x = 'a'; y =       | FAILS",
        "<script>x = 1</script><b>      | HOLDS",
        "<style>b { color:              | FAILS",
        "<SCRIPT src='a'>               | FAILS",
        "<!-- a                         | FAILS",
        "<!-- a --><p>                  | HOLDS"
      })
  void partsOfAPageAreFollowed(String text, Fit fit) {
    assertThat(TextEnd.START.then(text).fits(Placement.MARKUP)).isEqualTo(fit);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '#',
      value = {"<a id=\"|\" title=|FAILS", "<scr|ipt>x =|HOLDS", "<script>a = '|b' + |FAILS"})
  void textsGoOnFromPartToPart(String first, String second, Fit fit) {
    assertThat(TextEnd.START.then(first).then(second).fits(Placement.MARKUP)).isEqualTo(fit);
  }
}
