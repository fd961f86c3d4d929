package dev.coderev.analysis.fix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coderev.analysis.finding.TextEdit;
import dev.coderev.analysis.source.Language;
import dev.coderev.analysis.source.SourceFile;
import dev.coderev.analysis.source.TextRange;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class EditsTests {

  @Test
  void leavesOutWhatStaysTheSame() {
    assertThat(edits("x = yaml.load(f)", edit(4, 16, "yaml.safe_load(f)")).list())
        .containsExactly(edit(9, 9, "safe_"));
    assertThat(edits("same", edit(0, 4, "same")).isEmpty()).isTrue();
  }

  @Test
  void splitsNoCharacterAndNoLineBreak() {
    assertThat(edits("'😀'", edit(1, 3, "😁")).list()).containsExactly(edit(1, 3, "😁"));
    assertThat(edits("a\r\nb", edit(0, 4, "a\rb")).list()).containsExactly(edit(1, 3, "\r"));
  }

  @Test
  void writesLineBreaksAsTheFileDoes() {
    assertThat(edits("a\r\nb\r\n", edit(3, 4, "c\nd")).applyTo("a\r\nb\r\n"))
        .isEqualTo("a\r\nc\r\nd\r\n");
    assertThat(edits("a\nb\n", edit(2, 3, "c\r\nd")).applyTo("a\nb\n")).isEqualTo("a\nc\nd\n");
  }

  @Test
  void refusesEditsThatTouchOrLieOutside() {
    assertThat(Edits.of(List.of(edit(0, 3, ""), edit(2, 4, "")), file("abcdef"))).isEmpty();
    assertThat(Edits.of(List.of(edit(1, 1, "x"), edit(1, 1, "y")), file("abcdef"))).isEmpty();
    assertThat(Edits.of(List.of(edit(2, 7, "")), file("abcdef"))).isEmpty();
  }

  @Test
  void takesTheSameEditOnce() {
    assertThat(edits("abc", edit(0, 0, "import a\n"), edit(0, 0, "import a\n")).applyTo("abc"))
        .isEqualTo("import a\nabc");
  }

  @Test
  void knowsWhereThingsMove() {
    Edits edits = edits("one two three", edit(4, 7, "2"), edit(13, 13, "!"));
    assertThat(edits.moves(range(0, 3), range(0, 3))).isTrue();
    assertThat(edits.moves(range(8, 13), range(6, 11))).isTrue();
    assertThat(edits.moves(range(8, 13), range(6, 12))).isTrue();
    assertThat(edits.moves(range(4, 7), range(4, 5))).isTrue();
    assertThat(edits.moves(range(8, 13), range(8, 13))).isFalse();
    assertThat(edits.widest(range(5, 6))).isEqualTo(range(4, 5));
  }

  /** The smallest edits do what the given ones do, character by character. */
  @Property(tries = 500)
  void appliesLikeTheGivenEdits(
      @ForAll("texts") String text, @ForAll("texts") String other, @ForAll int a, @ForAll int b) {
    int from = Math.floorMod(a, text.length() + 1);
    int to = from + Math.floorMod(b, text.length() - from + 1);
    String expected = text.substring(0, from) + other + text.substring(to);
    assertThat(edits(text, edit(from, to, other)).applyTo(text)).isEqualTo(expected);
  }

  /** Edits far apart are applied as if one after the other from the end. */
  @Property(tries = 300)
  void appliesSeveralAtOnce(
      @ForAll("texts") String replacement, @ForAll("cuts") List<Integer> cuts) {
    String text = "0123456789".repeat(5);
    List<TextEdit> given = new ArrayList<>();
    for (int cut : cuts) {
      given.add(edit(cut * 5, cut * 5 + 3, replacement));
    }
    String expected = text;
    for (int cut : cuts.stream().sorted().toList().reversed()) {
      expected = expected.substring(0, cut * 5) + replacement + expected.substring(cut * 5 + 3);
    }
    assertThat(edits(text, given.toArray(TextEdit[]::new)).applyTo(text)).isEqualTo(expected);
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings().withChars("ab(é;").ofMaxLength(12);
  }

  @Provide
  Arbitrary<List<Integer>> cuts() {
    return Arbitraries.integers().between(0, 9).list().uniqueElements().ofMaxSize(6);
  }

  private static Edits edits(String text, TextEdit... edits) {
    return Edits.of(List.of(edits), file(text)).orElseThrow();
  }

  private static SourceFile file(String text) {
    return new SourceFile("a.py", Language.PYTHON, text);
  }

  private static TextEdit edit(int start, int end, String replacement) {
    return new TextEdit(range(start, end), replacement);
  }

  private static TextRange range(int start, int end) {
    return new TextRange(start, end);
  }
}
