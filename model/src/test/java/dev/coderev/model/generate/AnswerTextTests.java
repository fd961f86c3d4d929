package dev.coderev.model.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswerTextTests {

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void charactersAppearWhenTheyAreWhole() {
    var stream = new AnswerText(List.of());
    byte[] smile = utf8("a😀b");
    assertThat(stream.add(new byte[] {smile[0], smile[1], smile[2]})).isEqualTo("a");
    assertThat(stream.add(new byte[] {smile[3]})).isEmpty();
    assertThat(stream.add(new byte[] {smile[4], smile[5]})).isEqualTo("😀b");
    assertThat(stream.end()).isEmpty();
    assertThat(stream.text()).isEqualTo("a😀b");
  }

  @Test
  void brokenBytesBecomeTheReplacementCharacter() {
    var stream = new AnswerText(List.of());
    assertThat(stream.add(new byte[] {(byte) 0xff, 'x'})).isEqualTo("\ufffdx");
    assertThat(stream.add(new byte[] {(byte) 0xe2})).isEmpty();
    assertThat(stream.end()).isEqualTo("\ufffd");
  }

  @Test
  void whatMayBeginAStopTextIsHeldBack() {
    var stream = new AnswerText(List.of("END", "\n\n"));
    assertThat(stream.add(utf8("one E"))).isEqualTo("one ");
    assertThat(stream.add(utf8("N"))).isEmpty();
    assertThat(stream.add(utf8("d\n"))).isEqualTo("ENd");
    assertThat(stream.add(utf8("x E"))).isEqualTo("\nx ");
    assertThat(stream.add(utf8("ND more"))).isEmpty();
    assertThat(stream.stopped()).isTrue();
    assertThat(stream.add(utf8("more"))).isEmpty();
    assertThat(stream.end()).isEmpty();
    assertThat(stream.text()).isEqualTo("one ENd\nx ");
  }

  @Test
  void theEarliestStopTextCounts() {
    var stream = new AnswerText(List.of("cd", "b"));
    assertThat(stream.add(utf8("abcd"))).isEqualTo("a");
    assertThat(stream.stopped()).isTrue();
  }

  @Test
  void whatWasHeldBackAppearsAtTheEnd() {
    var stream = new AnswerText(List.of("END"));
    assertThat(stream.add(utf8("EN"))).isEmpty();
    assertThat(stream.end()).isEqualTo("EN");
  }
}
