package dev.coderev.review.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coderev.review.report.code.CodeLine;
import dev.coderev.review.report.code.Glyphs;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class DrawnLineTests {

  @Test
  void putsTheCaretBelowTheMarkBehindTabsAndWideCharacters() {
    DrawnLine drawn = DrawnLine.of(line("\ta\t漢字 = bad(x)", "bad"), 80);
    assertThat(drawn.before()).isEqualTo("    a   漢字 = ");
    assertThat(drawn.caretColumn()).isEqualTo(15);
    assertThat(drawn.carets()).isEqualTo(3);
  }

  @Test
  void underlinesACharacterOutsideTheBasicPlaneWhole() {
    DrawnLine drawn = DrawnLine.of(line("x = '😀'", "😀"), 80);
    assertThat(drawn.marked()).isEqualTo("😀");
    assertThat(drawn.carets()).isEqualTo(2);
  }

  @Test
  void cutsALongLineAroundTheMark() {
    String text = "a".repeat(500) + "MARK" + "b".repeat(500);
    DrawnLine drawn = DrawnLine.of(line(text, "MARK"), 40);
    assertThat(drawn.before()).startsWith("...a").endsWith("a");
    assertThat(drawn.marked()).isEqualTo("MARK");
    assertThat(drawn.after()).startsWith("b").endsWith("b...");
  }

  @Test
  void showsTheBeginningOfAMarkThatIsTooLong() {
    String text = "x".repeat(1000);
    DrawnLine drawn = DrawnLine.of(new CodeLine(1, text, 0, 1000), 30);
    assertThat(drawn.marked()).isEqualTo("x".repeat(24));
    assertThat(drawn.after()).isEqualTo("...");
  }

  @Test
  void showsControlCharactersWithinTheMark() {
    DrawnLine drawn = DrawnLine.of(line("say(\"\u001B[2J\")", "\u001B[2J"), 80);
    assertThat(drawn.marked()).isEqualTo("␛[2J");
    assertThat(drawn.carets()).isEqualTo(4);
  }

  /** The line fits, and the carets stand below marked characters only. */
  @Property(tries = 500)
  void fitsItsWidth(@ForAll("texts") String text, @ForAll int a, @ForAll int b) {
    int from = Math.floorMod(a, text.length() + 1);
    int to = from + Math.floorMod(b, text.length() - from + 1);
    DrawnLine drawn = DrawnLine.of(new CodeLine(1, text, from, to), 40);
    String shown = drawn.before() + drawn.marked() + drawn.after();
    assertThat(Glyphs.cells(shown)).isLessThanOrEqualTo(40);
    if (from < to) {
      assertThat(drawn.marked()).isNotEmpty();
      assertThat(drawn.caretColumn() + drawn.carets()).isLessThanOrEqualTo(40);
    }
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings().withChars("ab\t漢😀é;").ofMinLength(1).ofMaxLength(200);
  }

  private static CodeLine line(String text, String mark) {
    int from = text.indexOf(mark);
    return new CodeLine(1, text, from, from + mark.length());
  }
}
