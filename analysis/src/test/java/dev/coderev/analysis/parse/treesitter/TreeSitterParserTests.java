package dev.coderev.analysis.parse.treesitter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coderev.analysis.parse.ParseFailure;
import dev.coderev.analysis.source.Language;
import dev.coderev.analysis.source.SourceFile;
import dev.coderev.analysis.tree.Kind;
import dev.coderev.analysis.tree.ParseNote;
import dev.coderev.analysis.tree.SyntaxTree;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TreeSitterParserTests {
  private final TreeSitterParser parser = new TreeSitterParser();

  @Test
  void offsetsAreUtf16UnitsWhateverTheCharacters() {
    for (String filler : List.of("x", "é", "漢", "\uD83D\uDE00", "\uD800")) {
      SyntaxTree tree = python("a = \"" + filler + "\"\nprint(b) # " + filler + "\nc = 1\n");
      assertThat(texts(tree, Kind.IDENTIFIER)).containsExactly("a", "print", "b", "c");
      assertThat(tree.comments()).extracting(tree.file()::text).containsExactly("# " + filler);
      TreeChecks.rangesNest(tree);
    }
  }

  @Test
  void brokenSourceYieldsATreeAndNotes() {
    SyntaxTree tree = python("def f(:\n    return 1\n\nprint(2)\n");
    assertThat(tree.notes()).isNotEmpty();
    assertThat(texts(tree, Kind.CALL)).containsExactly("print(2)");
    assertThat(texts(python("a = 1\n?? b\nc = 2\n"), Kind.ERROR)).isNotEmpty();
  }

  @Test
  void anEmptyTextIsAFileWithoutStatements() {
    SyntaxTree tree = python("");
    assertThat(tree.outline(0)).isEqualTo("FILE\n");
    assertThat(tree.notes()).isEmpty();
  }

  @Test
  void tenThousandLevelsAreCutWithANote() {
    String nested = "x = " + "[".repeat(10_000) + "]".repeat(10_000) + "\ny = 1\n";
    SyntaxTree tree = python(nested);
    assertThat(tree.notes()).extracting(ParseNote::message).anyMatch(m -> m.contains("deep"));
    assertThat(texts(tree, Kind.IDENTIFIER)).containsExactly("x", "y");
    String chained = "x = " + "a + ".repeat(10_000) + "b\n";
    assertThat(python(chained).notes()).hasSize(1);
    String clauses = "if a: pass\n" + "elif b: pass\n".repeat(10_000);
    assertThat(python(clauses).notes()).hasSize(1);
  }

  @Test
  void aTimeLimitEndsInAFailure() {
    TreeSitterParser hasty = new TreeSitterParser(Duration.ZERO);
    String big = "x = [1, 2, 3]\n".repeat(10_000);
    assertThatThrownBy(() -> hasty.parse(new SourceFile("a.py", Language.PYTHON, big)))
        .isInstanceOf(ParseFailure.class)
        .hasMessageContaining("longer than 0 ms");
  }

  @Test
  void anInterruptEndsInAFailure() {
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(() -> python("x = [1, 2, 3]\n".repeat(10_000)))
          .isInstanceOf(ParseFailure.class)
          .hasMessageContaining("interrupted");
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void aLanguageWithoutGrammarIsRefused() {
    assertThatThrownBy(() -> parser.parse(new SourceFile("a.txt", Language.TEXT, "x")))
        .isInstanceOf(ParseFailure.class)
        .hasMessageContaining("text");
  }

  @Test
  void threadsParseAtTheSameTime() throws Exception {
    String source = "def f(a, b=1):\n    return g(a)[b:2]\n".repeat(200);
    String expected = python(source).outline(0);
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      Callable<String> parse = () -> python(source).outline(0);
      List<Future<String>> outlines =
          threads.invokeAll(Stream.generate(() -> parse).limit(64).toList());
      for (Future<String> outline : outlines) {
        assertThat(outline.get()).isEqualTo(expected);
      }
    }
  }

  @Test
  void everyTypeThatATableNamesIsInItsGrammar() {
    for (Grammars grammar : Grammars.values()) {
      assertThat(grammar.constructs().unknownTo(grammar.load().grammar()))
          .as(grammar.name())
          .isEmpty();
    }
  }

  private SyntaxTree python(String text) {
    return parser.parse(new SourceFile("a.py", Language.PYTHON, text));
  }

  private static List<String> texts(SyntaxTree tree, Kind kind) {
    return java.util.stream.IntStream.range(0, tree.size())
        .filter(node -> tree.is(node, kind))
        .mapToObj(tree::text)
        .toList();
  }
}
