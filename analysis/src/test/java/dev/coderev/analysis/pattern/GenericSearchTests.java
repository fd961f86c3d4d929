package dev.coderev.analysis.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coderev.analysis.rule.Formula;
import dev.coderev.analysis.source.Language;
import dev.coderev.analysis.source.SourceFile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GenericSearchTests {
  @Test
  void spacesAndLineBreaksDoNotMatter() {
    assertThat(texts("a = b;", "a=b; a  =\nb ; ab = b;")).containsExactly("a=b;", "a  =\nb ;");
  }

  @Test
  void aMetavariableIsOneWordAndTheSameEverywhere() {
    assertThat(texts("$X = $X", "a = b; c = c; - = -")).containsExactly("c = c");
  }

  @Test
  void anEllipsisSkipsUpToTenLines() {
    assertThat(texts("begin ... end", "begin\n1\n2\nend")).containsExactly("begin\n1\n2\nend");
    assertThat(texts("begin ... end", "begin" + "\n.".repeat(11) + "\nend")).isEmpty();
    assertThat(texts("begin ... ... end", "begin" + "\n.".repeat(11) + "\nend")).hasSize(1);
    assertThat(texts("begin ... end", "begin\n\n\nend", Map.of("generic_ellipsis_max_span", 1L)))
        .isEmpty();
  }

  @Test
  void anEllipsisAtTheEndTakesTheRestOfTheBlock() {
    assertThat(texts("f(a, ...", "f(a, b, c) d")).containsExactly("f(a, b, c");
    assertThat(texts("server {\n  ...\n}", "server {\n  listen 80;\n}\nother"))
        .containsExactly("server {\n  listen 80;\n}");
  }

  @Test
  void anIndentedBlockTakesAWholeIndentedBlock() {
    assertThat(texts("a\n  b\nc", "a\n    b\nc")).hasSize(1);
    assertThat(texts("a\n  b\nc", "a b c")).isEmpty();
    assertThat(texts("a\n  b\nc", "a\n  b x\nc")).isEmpty();
    assertThat(texts("a\n  b ...\nc", "a\n  b x\nc")).hasSize(1);
    assertThat(texts("a b c", "a\n  b\nc")).hasSize(1);
  }

  @Test
  void aNamedEllipsisBindsWhatItSkips() {
    assertThat(find("url = $...U ;", "url = http://x/y ;", Map.of()))
        .singleElement()
        .extracting(match -> match.bindings().get("$...U").orElseThrow().text())
        .isEqualTo("http://x/y");
  }

  @Test
  void theShorterOfTwoMatchesWithOneEndIsKept() {
    assertThat(texts("a ... b", "a x a y b")).containsExactly("a y b");
  }

  @Test
  void patternsThatBeginWithAnEllipsisBeginWithABlock() {
    assertThat(texts("... end", "one two end")).containsExactly("one two end");
  }

  @Test
  void fourDotsAreDots() {
    assertThat(texts("a....b", "a....b a b")).containsExactly("a....b");
  }

  @Test
  void optionsIgnoreCaseAndComments() {
    assertThat(texts("SeLeCt x", "select X", Map.of("generic_caseless", true))).hasSize(1);
    assertThat(texts("a b", "a # no\nb", Map.of("generic_comment_style", "shell"))).hasSize(1);
    assertThat(texts("a b", "a /* no\n */ b", Map.of("generic_comment_style", "c"))).hasSize(1);
    assertThat(texts("a b", "a // no\n b", Map.of("generic_comment_style", "cpp"))).hasSize(1);
    assertThat(texts("a b", "a // no\n b")).isEmpty();
  }

  @Test
  void longLinesWithManyBracketsEnd() {
    assertThat(texts("a ... b ... c", "(a[{".repeat(5_000) + "b")).isEmpty();
  }

  private static List<String> texts(String pattern, String text) {
    return texts(pattern, text, Map.of());
  }

  private static List<String> texts(String pattern, String text, Map<String, Object> options) {
    return find(pattern, text, options).stream()
        .map(match -> text.substring(match.range().start(), match.range().end()))
        .toList();
  }

  private static List<Match> find(String pattern, String text, Map<String, Object> options) {
    FileContext context = FileContext.textOnly(new SourceFile("f", Language.TEXT, text));
    return new FormulaCompiler(MatchTable.PARSER)
        .compile(new Formula.Code(pattern, MatchTable.PLACE), Language.TEXT, options)
        .matches(context, Deadline.never());
  }
}
