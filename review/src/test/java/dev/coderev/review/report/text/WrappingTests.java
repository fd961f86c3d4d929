package dev.coderev.review.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coderev.review.report.code.Glyphs;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class WrappingTests {

  @Test
  void breaksBetweenWords() {
    assertThat(Wrapping.wrap("one two  three\nfour", 8))
        .containsExactly("one two", "three", "four");
  }

  @Test
  void breaksAWordThatIsTooLong() {
    assertThat(Wrapping.wrap("a " + "漢".repeat(5) + " b", 4))
        .containsExactly("a", "漢漢", "漢漢", "漢 b");
  }

  @Property(tries = 300)
  void keepsWithinTheWidth(@ForAll String text) {
    assertThat(Wrapping.wrap(text, 20)).allMatch(line -> Glyphs.cells(line) <= 20);
  }
}
