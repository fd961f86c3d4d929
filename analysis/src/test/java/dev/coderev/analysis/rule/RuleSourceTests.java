package dev.coderev.analysis.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coderev.analysis.source.Language;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleSourceTests {

  private static final String RULE =
      """
      rules:
        - {id: %s, message: m, severity: LOW, languages: [%s], pattern: x}
      """;

  private static final ClassLoader PACK =
      new MapLoader(
          Map.of(
              "pack/index.txt",
              "java/a.yaml\njavascript/b.yaml\nsecrets/c.yaml\nmodels/java/m.yaml\n",
              "pack/java/a.yaml",
              RULE.formatted("a", "java"),
              "pack/javascript/b.yaml",
              RULE.formatted("b", "javascript, typescript"),
              "pack/secrets/c.yaml",
              RULE.formatted("c", "java"),
              "pack/models/java/m.yaml",
              "models: [{id: m, languages: [java], patterns: []}]"));

  @TempDir Path folder;

  @Test
  void readsOnlyTheFoldersOfTheWantedLanguages() {
    RuleResources pack = new RuleResources(PACK, "pack");
    assertThat(ids(pack, Set.of(Language.JAVA))).containsExactly("a", "c");
    assertThat(ids(pack, Set.of(Language.TYPESCRIPT))).containsExactly("b", "c");
    assertThat(ids(pack, Set.of())).containsExactly("c");
    assertThat(RuleSource.readAll(List.of(pack)).orThrow()).hasSize(3);
    assertThat(pack.models(Set.of(Language.JAVA))).hasSize(1);
    assertThat(pack.models(Set.of(Language.GO))).isEmpty();
  }

  @Test
  void refusesATreeWithoutIndex() {
    assertThatThrownBy(() -> new RuleResources(PACK, "elsewhere"))
        .isInstanceOf(RulesUnreadable.class)
        .hasMessage("elsewhere/index.txt: not on the class path");
  }

  @Test
  void readsFoldersWithoutFixturesAndHiddenFiles() throws IOException {
    write("one.yaml", RULE.formatted("one", "go"));
    write("sub/two.yml", RULE.formatted("two", "go"));
    write("sub/two.test.yaml", "nothing: true");
    write(".hidden/three.yaml", "nothing: true");
    write("models/go.yaml", "models: [{id: m, languages: [go], patterns: []}]");
    RuleFolder source = new RuleFolder(folder);
    assertThat(ids(source, Set.of(Language.JAVA))).containsExactly("one", "two");
    assertThat(source.models(Set.of(Language.GO))).hasSize(1);
    assertThat(ids(new RuleFolder(folder.resolve("one.yaml")), Set.of())).containsExactly("one");
  }

  @Test
  void refusesWhatCannotBeRead() throws IOException {
    assertThatThrownBy(() -> new RuleFolder(folder.resolve("missing")))
        .isInstanceOf(RulesUnreadable.class)
        .hasMessageEndingWith("no such file or folder of rules");
    Files.write(folder.resolve("bad.yaml"), new byte[] {'a', (byte) 0xff});
    assertThatThrownBy(() -> new RuleFolder(folder).rules(Set.of()))
        .isInstanceOf(RulesUnreadable.class)
        .hasMessageEndingWith("not valid UTF-8");
  }

  private static List<String> ids(RuleSource source, Set<Language> languages) {
    return RuleSource.read(List.of(source), languages).orThrow().stream().map(Rule::id).toList();
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  /** A class path of texts. */
  private static final class MapLoader extends ClassLoader {
    private final Map<String, String> resources;

    MapLoader(Map<String, String> resources) {
      super(null);
      this.resources = resources;
    }

    @Override
    public @Nullable InputStream getResourceAsStream(String name) {
      String text = resources.get(name);
      return text == null ? null : new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
  }
}
