package dev.coderev.analysis.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coderev.analysis.source.Language;
import dev.coderev.analysis.source.SourceFile;
import org.junit.jupiter.api.Test;

class YamlMatchingTests {
  private final MatchTable yaml = new MatchTable(Language.YAML);

  @Test
  void onePairIsFoundWhereverItStands() {
    yaml.check(
        "open: true",
        """
        open: true #!
        doors:
          - name: front
            open: yes #!
          - {name: back, open: false}
        """);
  }

  @Test
  void severalPairsAreAWholeMap() {
    String code =
        """
        - name: a #!
          open: true
        - open: true #!
          name: b
        - name: c
          open: true
          wide: 1
        """;
    yaml.check("name: $N\nopen: true\n", code);
    assertThat(yaml.lines("name: $N\n...\nopen: true\n", code)).containsExactly(1, 3, 5);
  }

  @Test
  void anEllipsisIsAnItemOrAPairAsItsNeighboursAre() {
    String code =
        """
        one:
          doors: #!
            - first
            - locked
            - last
        two:
          doors:
            - first
        """;
    yaml.check("doors:\n  - ...\n  - locked\n  - ...\n", code);
    yaml.check("doors:\n  ...\n  - locked\n  ...\n", code);
    yaml.check("doors: [..., locked, ...]", code);
    assertThat(yaml.lines("doors:\n  ...\n", code)).containsExactly(2, 7);
  }

  @Test
  void anEllipsisWithinAnItemIsForItsPairs() {
    yaml.check(
        """
        - name: $N
          ...
          lock:
            ...
            strong: false
        """,
        """
        - name: a #!
          paint: red
          lock: {strong: false, key: 1}
        - name: b
          lock: {strong: true}
        """);
  }

  @Test
  void bindsPlainQuotedAndFoldedTexts() {
    assertThat(
            yaml.matches("run: $X", "a:\n  run: |\n    one\n    two\n")
                .getFirst()
                .bindings()
                .get("$X")
                .orElseThrow()
                .text()
                .strip())
        .isEqualTo("one\n    two");
    yaml.check("run: \"=~/^cu/\"", "- run: curl #!\n- run: 'cut' #!\n- run: ls\n");
    yaml.check("run: \"...\"", "- run: \"a\" #!\n- run: 3\n");
  }

  @Test
  void countsCharactersBeyondTheBasicPlane() {
    assertThat(yaml.matches("b: $X", "a: \uD83D\uDE00\nb: two\n").getFirst().range().start())
        .isEqualTo(6);
  }

  @Test
  void keepsWhatComesBeforeAnError() {
    assertThat(MatchTable.PARSER.parse(new SourceFile("a", Language.YAML, "a: 1\nb: [\n")).notes())
        .isNotEmpty();
    yaml.check("a: 1", "a: 1 #!\nb: [2\nc: }\n");
  }
}
