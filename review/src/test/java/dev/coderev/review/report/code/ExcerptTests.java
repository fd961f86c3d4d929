package dev.coderev.review.report.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coderev.analysis.finding.Place;
import dev.coderev.analysis.source.Language;
import dev.coderev.analysis.source.SourceFile;
import dev.coderev.analysis.source.TextRange;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ExcerptTests {
  private static final SourceFile FILE =
      new SourceFile("a.py", Language.PYTHON, "one\n\n  three(x)\n  four\nfive\n\n");

  @Test
  void marksTheRangeBetweenLinesOfContext() {
    Excerpt excerpt = Excerpt.of(place(FILE, "three"), sources(FILE), 1);
    assertThat(excerpt.lines())
        .containsExactly(new CodeLine(3, "  three(x)", 2, 7), new CodeLine(4, "  four", 0, 0));
  }

  @Test
  void marksEveryLineOfARangeFromItsIndentOn() {
    Excerpt excerpt = Excerpt.of(place(FILE, "(x)\n  four\nfi"), SourceTexts.none(), 2);
    assertThat(excerpt.lines())
        .containsExactly(
            new CodeLine(3, "  three(x)", 7, 10),
            new CodeLine(4, "  four", 2, 6),
            new CodeLine(5, "five", 0, 2));
  }

  @Test
  void doesNotTouchALineBeforeWhoseFirstCharacterItEnds() {
    Excerpt excerpt = Excerpt.of(place(FILE, "four\n"), SourceTexts.none(), 0);
    assertThat(excerpt.lines()).containsExactly(new CodeLine(4, "  four", 2, 6));
  }

  @Test
  void marksOneCharacterOfAnEmptyRange() {
    Place empty = Place.of(FILE, new TextRange(7, 7));
    assertThat(Excerpt.of(empty, SourceTexts.none(), 0).lines())
        .containsExactly(new CodeLine(3, "  three(x)", 2, 3));
  }

  @Test
  void hidesTheEndOfALongRange() {
    SourceFile file = new SourceFile("b", Language.TEXT, "line\n".repeat(40));
    Place place = Place.of(file, new TextRange(0, file.text().length()));
    Excerpt seen = Excerpt.of(place, sources(file), 2);
    assertThat(seen.lines()).hasSize(Excerpt.MAX_MARKED);
    assertThat(seen.hidden()).isEqualTo(32);
    assertThat(Excerpt.of(place, SourceTexts.none(), 2)).isEqualTo(seen);
  }

  @Test
  void showsOnlyWhatTheFindingCarriesWhereTheFileHasChanged() {
    Place place = place(FILE, "three");
    SourceFile other = new SourceFile("a.py", Language.PYTHON, "nothing of it");
    assertThat(Excerpt.of(place, sources(other), 3).lines())
        .containsExactly(new CodeLine(3, "  three(x)", 2, 7));
  }

  @Test
  void isEmptyWithoutLines() {
    Place place = place(FILE, "three");
    Place bare =
        new Place(place.path(), place.range(), place.start(), place.end(), "three", List.of());
    assertThat(Excerpt.of(bare, SourceTexts.none(), 3)).isEqualTo(new Excerpt(List.of(), 1));
  }

  @Test
  void refusesMarksOutsideTheLine() {
    assertThatThrownBy(() -> new CodeLine(1, "abc", 2, 4))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** What is marked, put together, is the text of the range, indents and line breaks aside. */
  @Property(tries = 300)
  void marksExactlyTheRange(@ForAll("texts") String text, @ForAll int a, @ForAll int b) {
    int from = Math.floorMod(a, text.length());
    int to = Math.min(text.length(), from + 1 + Math.floorMod(b, 40));
    SourceFile file = new SourceFile("p", Language.TEXT, text);
    Place place = Place.of(file, new TextRange(from, to));
    Excerpt excerpt = Excerpt.of(place, sources(file), 2);
    String marked = excerpt.lines().stream().map(CodeLine::marked).collect(Collectors.joining());
    String meant = text.substring(from, to);
    if (excerpt.hidden() == 0 && !meant.isBlank()) {
      assertThat(marked.replaceAll("\\s", "")).isEqualTo(meant.replaceAll("\\s", ""));
    }
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings().withChars("ab \t\n漢é").ofMinLength(1).ofMaxLength(120);
  }

  static Place place(SourceFile file, String code) {
    int start = file.text().indexOf(code);
    return Place.of(file, new TextRange(start, start + code.length()));
  }

  static SourceTexts sources(SourceFile file) {
    return path -> path.equals(file.path()) ? Optional.of(file) : Optional.empty();
  }
}
