package dev.coderev.review.report.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The expected values are what GitHub's own action computes for these texts. */
class LineHashesTests {

  @Test
  void hashesAnEmptyText() {
    assertThat(hashes("")).containsExactly("c129715d7a2bc9a3:1");
  }

  @Test
  void leavesBlanksAndTabsOut() {
    assertThat(hashes(" a\nb\n  \t\tc\n d"))
        .containsExactly(
            "271789c17abda88f:1", "54703d4cd895b18:1", "180aee12dab6264:1", "a23a3dc5e078b07b:1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        " hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End\n",
        " hello; \t\nworld!!!\r\r\r  \t\tGreetings\r End\r",
        " hello; \t\r\nworld!!!\r\n\r\n\r\n  \t\tGreetings\r\n End\r\n"
      })
  void takesAllLineBreaksForOne(String text) {
    assertThat(hashes(text))
        .containsExactly(
            "e9496ae3ebfced30:1",
            "fb7c023a8b9ccb3f:1",
            "ce8ba1a563dcdaca:1",
            "e20e36e16fcb0cc8:1",
            "b3edc88f2938467e:1",
            "c8e28b0b4002a3a0:1",
            "c129715d7a2bc9a3:1");
  }

  @Test
  void countsEqualHashes() {
    assertThat(hashes("Lorem ipsum dolor sit amet.\n".repeat(10)))
        .startsWith("a7f2ff13bc495cf2:1", "a7f2ff13bc495cf2:2", "a7f2ff13bc495cf2:3")
        .endsWith("cc97dc7b1d7d8f7b:1", "c129715d7a2bc9a3:1")
        .hasSize(11);
  }

  private static String[] hashes(String text) {
    LineHashes hashes = LineHashes.of(text);
    return IntStream.rangeClosed(1, hashes.count()).mapToObj(hashes::of).toArray(String[]::new);
  }
}
