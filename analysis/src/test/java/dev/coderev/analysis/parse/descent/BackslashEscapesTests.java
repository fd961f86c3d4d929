package dev.coderev.analysis.parse.descent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackslashEscapesTests {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "plain|plain",
        "a\\tb|'a\tb'",
        "\\u0041\\U0001F600|A\uD83D\uDE00",
        "\\u00|u00",
        "\\u00zz|u00zz",
        "\\UFFFFFFFF|UFFFFFFFF",
        "\\q\\\\|q\\",
        "end\\|end\\",
      })
  void anEscapeStandsForItsCharacterAndAnUnknownOneForItself(String raw, String meant) {
    assertThat(BackslashEscapes.decoded(raw)).isEqualTo(meant);
  }
}
