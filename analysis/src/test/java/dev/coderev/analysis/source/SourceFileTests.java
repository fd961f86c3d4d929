package dev.coderev.analysis.source;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;

class SourceFileTests {
  @Property(tries = 300)
  void linesEndAtLineFeedsAndAtCarriageReturns(
      @ForAll @Chars({'a', '\n', '\r'}) @StringLength(max = 12) String text) {
    SourceFile file = new SourceFile("a", Language.TEXT, text);
    int line = 1;
    for (int at = 0; at < text.length(); at++) {
      assertThat(file.lineAt(at)).isEqualTo(line);
      boolean pair = text.startsWith("\r\n", at);
      line += (text.charAt(at) == '\n' || (text.charAt(at) == '\r' && !pair)) ? 1 : 0;
    }
    boolean ended = text.endsWith("\n") || text.endsWith("\r");
    assertThat(file.lineCount()).isEqualTo(ended ? line - 1 : line);
  }
}
