package dev.coderev.analysis.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coderev.analysis.yaml.YamlNode.Mapping;
import dev.coderev.analysis.yaml.YamlNode.Scalar;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlReaderTests {

  @Test
  void knowsWhereEverythingStands() {
    Mapping map = (Mapping) read("a: 1\nb:\n  - x\n");
    assertThat(map.get("b").orElseThrow().place()).isEqualTo(new YamlPlace("f.yaml", 3, 3));
    assertThat(map.entries().get(1).key().place()).hasToString("f.yaml:2:1");
    assertThat(map.get("c")).isEmpty();
  }

  @Test
  void typesPlainValues() {
    assertThat(read("[1, -2.5, true, 'true', ~, text, {a: {b: [c]}}]").value())
        .isEqualTo(
            List.of(1L, -2.5, true, "true", "", "text", Map.of("a", Map.of("b", List.of("c")))));
  }

  @Test
  void keepsBlockScalarsAsTheyAre() {
    assertThat(((Scalar) read("|\n  a: $X\n    b\n")).text()).isEqualTo("a: $X\n  b\n");
  }

  @Test
  void replacesAliases() {
    assertThat(read("a: &x [1]\nb: *x\n").value())
        .isEqualTo(Map.of("a", List.of(1L), "b", List.of(1L)));
  }

  @Test
  void holdsNothingForAnEmptyText() {
    assertThat(YamlReader.read("f.yaml", "# nothing\n")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'a: [1'|not valid YAML",
        "'a: !!java.lang.String x'|tags such as",
        "'a: !t [x]'|tags such as",
        "'a: !t {x: y}'|tags such as",
        "'{a: 1, a: 2}'|the key 'a' stands here twice",
        "'[a]: 1'|a key must be text",
        "'a: *b'|no anchor 'b'",
        "'a: &a [*a]'|no anchor 'a'",
        "'a: \u0001'|not valid YAML",
      })
  void refusesWhatIsNoPlainDocument(String text, String reason) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(YamlUnreadable.class)
        .hasMessageStartingWith("f.yaml:1:")
        .hasMessageContaining(reason);
  }

  @Test
  void refusesSeveralDocuments() {
    assertThatThrownBy(() -> read("a: 1\n---\nb: 2\n")).hasMessageContaining("only one YAML");
  }

  @Test
  void refusesAliasBombs() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 12; i++) {
      bomb.append("a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ", ").repeat(10)));
    }
    assertThatThrownBy(() -> read(bomb.toString())).hasMessageContaining("aliases unfold to more");
  }

  @Test
  void refusesDeepNesting() {
    assertThatThrownBy(() -> read("[".repeat(50_000) + "]".repeat(50_000)))
        .isInstanceOf(YamlUnreadable.class);
    StringBuilder chain = new StringBuilder("a0: &a0 [x]\n");
    for (int i = 1; i < 200; i++) {
      chain.append("a%d: &a%d [*a%d]\n".formatted(i, i, i - 1));
    }
    assertThatThrownBy(() -> read(chain.toString())).hasMessageContaining("nested more than");
  }

  @Test
  void guessesTheNearestWord() {
    assertThat(NearestWord.to("patern", List.of("pattern", "patterns", "paths")))
        .contains("pattern");
    assertThat(NearestWord.to("zzz", List.of("pattern"))).isEmpty();
    assertThat(NearestWord.hint("ja", List.of("java"))).isEmpty();
    assertThat(NearestWord.hint("jaav", List.of("java"))).isEqualTo("; did you mean 'java'?");
    assertThat(NearestWord.to("x".repeat(100), List.of("java"))).isEmpty();
  }

  private static YamlNode read(String text) {
    return YamlReader.read("f.yaml", text).orElseThrow();
  }
}
