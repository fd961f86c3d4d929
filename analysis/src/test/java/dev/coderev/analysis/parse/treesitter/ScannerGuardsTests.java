package dev.coderev.analysis.parse.treesitter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coderev.analysis.parse.ParseFailure;
import dev.coderev.analysis.source.Language;
import dev.coderev.analysis.source.SourceFile;
import dev.coderev.analysis.tree.Kind;
import dev.coderev.analysis.tree.SyntaxTree;
import org.junit.jupiter.api.Test;

class ScannerGuardsTests {
  private final TreeSitterParser parser = new TreeSitterParser();

  @Test
  void aLongHeredocWordDoesNotEndTheProcess() {
    String word = "a".repeat(400);
    for (String start : new String[] {"<<\"", "<<~'", "<<-`"}) {
      SyntaxTree tree = ruby("x " + start + word + start.charAt(start.length() - 1) + "\ny(1)\n");
      assertThat(tree.size()).isGreaterThan(3);
      assertThat(tree.file().text()).contains(start);
    }
    assertThat(ruby("x = <<" + word + "\n" + word + "\n").size()).isGreaterThan(1);
    assertThat(ruby("f(" + "<<ABCDEFGH, ".repeat(300) + "1)\n").size()).isGreaterThan(1);
  }

  @Test
  void aShortHeredocWordIsKept() {
    SyntaxTree tree = ruby("x = <<A\ntext\nA\n");
    assertThat(tree.kind(4)).isEqualTo(Kind.STRING);
    assertThat(tree.symbol(4)).isEqualTo("text\n");
  }

  @Test
  void deeplyNestedStringsOfKotlinAreRefused() {
    String deep = "val x = " + "\"${".repeat(2000) + "1" + "}\"".repeat(2000);
    assertThatThrownBy(() -> parser.parse(new SourceFile("a.kt", Language.KOTLIN, deep)))
        .isInstanceOf(ParseFailure.class)
        .hasMessageContaining("strings within strings");
  }

  private SyntaxTree ruby(String text) {
    return parser.parse(new SourceFile("a.rb", Language.RUBY, text));
  }
}
