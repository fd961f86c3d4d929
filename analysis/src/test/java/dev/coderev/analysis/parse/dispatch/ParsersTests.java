package dev.coderev.analysis.parse.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coderev.analysis.parse.ParseFailure;
import dev.coderev.analysis.source.Language;
import dev.coderev.analysis.source.SourceFile;
import dev.coderev.analysis.tree.Kind;
import org.junit.jupiter.api.Test;

class ParsersTests {
  private final Parsers parsers = new Parsers();

  @Test
  void javaGoesToJavacAndTheRestToTreeSitter() {
    var java = parsers.parse(new SourceFile("A.java", Language.JAVA, "class A {}"));
    var python = parsers.parse(new SourceFile("a.py", Language.PYTHON, "class A: pass"));
    assertThat(java.kind(1)).isEqualTo(Kind.CLASS);
    assertThat(python.rawType(1)).isEqualTo("class_definition");
  }

  @Test
  void textIsNotParsed() {
    assertThatThrownBy(() -> parsers.parse(new SourceFile("a.txt", Language.TEXT, "")))
        .isInstanceOf(ParseFailure.class)
        .hasMessageContaining("not parsed");
  }
}
