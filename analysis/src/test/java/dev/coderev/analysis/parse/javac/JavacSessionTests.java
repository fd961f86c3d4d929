package dev.coderev.analysis.parse.javac;

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
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JavacSessionTests {
  private final JavacParser parser = new JavacParser();

  @Test
  void parsesMoreFilesThanOneSessionTakes() {
    for (int i = 0; i < 600; i++) {
      assertThat(nameOf(parser.parse(file("class C" + i + " {}")))).isEqualTo("C" + i);
    }
  }

  @Test
  void parsesMoreTextThanOneSessionTakes() {
    String filling = "/*" + "x".repeat(400_000) + "*/";
    for (int i = 0; i < 7; i++) {
      assertThat(nameOf(parser.parse(file(filling + "class C" + i + " {}")))).isEqualTo("C" + i);
    }
  }

  @Test
  void everyFileHasItsOwnNotes() {
    SourceFile broken = file("class A { void f( { } }");
    SourceFile sound = file("class A { void f() { } }");
    List<ParseNote> notes = parser.parse(broken).notes();
    assertThat(notes).isNotEmpty();
    for (int i = 0; i < 150; i++) {
      assertThat(parser.parse(sound).notes()).isEmpty();
      assertThat(parser.parse(broken).notes()).isEqualTo(notes);
    }
  }

  @Test
  void aFileThatBreaksTheParserCostsNoOtherFile() {
    String deep = "class A { int x = " + "(".repeat(200_000) + "1" + ")".repeat(200_000) + "; }";
    JavacParser shallow = new JavacParser(Duration.ofSeconds(1), 1 << 20);
    assertThat(nameOf(shallow.parse(file("class B {}")))).isEqualTo("B");
    assertThatThrownBy(() -> shallow.parse(file(deep)))
        .isInstanceOf(ParseFailure.class)
        .hasMessageContaining("nested too deeply");
    assertThat(nameOf(shallow.parse(file("class C {}")))).isEqualTo("C");
  }

  @Test
  void severalThreadsGetTheirOwnTrees() throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Future<String>> names =
          IntStream.range(0, 800)
              .mapToObj(i -> threads.submit((Callable<String>) () -> parsedName(parser, i)))
              .toList();
      for (int i = 0; i < names.size(); i++) {
        assertThat(names.get(i).get()).isEqualTo("C" + i);
      }
    }
  }

  @Test
  void noFileIsLostWhenSessionsRetireAtOnce() {
    JavacParser impatient = new JavacParser(Duration.ZERO, 1 << 20);
    for (int i = 0; i < 200; i++) {
      assertThat(parsedName(impatient, i)).isEqualTo("C" + i);
    }
  }

  @Test
  void anInterruptedCallerGetsItsTreeAndKeepsItsInterrupt() {
    Thread.currentThread().interrupt();
    try {
      assertThat(parsedName(parser, 7)).isEqualTo("C7");
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  private static String parsedName(JavacParser parser, int number) {
    return nameOf(parser.parse(file("class C" + number + " { int x = " + number + "; }")));
  }

  private static SourceFile file(String text) {
    return new SourceFile("A.java", Language.JAVA, text);
  }

  private static String nameOf(SyntaxTree tree) {
    return IntStream.range(0, tree.size())
        .filter(node -> tree.is(node, Kind.CLASS))
        .mapToObj(node -> tree.symbol(tree.firstChild(node)))
        .findFirst()
        .orElse("");
  }
}
