package dev.coderev.review.report.code;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class GlyphsTests {

  @Test
  void showsPicturesOfControlCharacters() {
    assertThat(Glyphs.safe("a\u001B[31m\u0007\u007F\u009B")).isEqualTo("a␛[31m␇␡\uFFFD");
  }

  @Test
  void showsTheCodesOfInvisibleCharacters() {
    assertThat(Glyphs.safe("a\u202Eb\u200Bc\u2028")).isEqualTo("a<U+202E>b<U+200B>c<U+2028>");
  }

  @Test
  void replacesHalvesOfPairs() {
    assertThat(Glyphs.safe("\uD83D and \uD83D\uDE00")).isEqualTo("\uFFFD and 😀");
  }

  @Test
  void keepsLineBreaksWhereAsked() {
    assertThat(Glyphs.safeLines("a\r\nb\tc")).isEqualTo("a\nb c");
  }

  @Test
  void countsWideCharactersTwiceAndMarksNever() {
    assertThat(Glyphs.cells("abc")).isEqualTo(3);
    assertThat(Glyphs.cells("漢字")).isEqualTo(4);
    assertThat(Glyphs.cells("한글ｆ😀")).isEqualTo(8);
    assertThat(Glyphs.cells("e\u0301")).isEqualTo(1);
  }

  @Property(tries = 500)
  void letsNoControlCharacterThrough(@ForAll String text) {
    assertThat(Glyphs.safe(text).codePoints())
        .noneMatch(c -> Character.getType(c) == Character.CONTROL)
        .noneMatch(c -> Character.getType(c) == Character.FORMAT)
        .noneMatch(c -> Character.getType(c) == Character.SURROGATE);
  }
}
