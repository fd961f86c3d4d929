package dev.coderev.review.install;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coderev.analysis.engine.RulePackWriter;
import dev.coderev.analysis.parse.dispatch.Parsers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationTests {
  @TempDir Path folder;
  private Installation installation;

  @BeforeEach
  void install() throws IOException {
    for (String jar :
        List.of("coderev-analysis-1.jar", "coderev-rules-1.jar", "tree-sitter-c-1.jar")) {
      Files.writeString(folder.resolve(jar), jar);
    }
    installation = new Installation(folder);
  }

  private void prepare() throws IOException {
    Files.write(
        installation.pack(), RulePackWriter.write(List.of(), new Parsers(), installation.origin()));
  }

  @Test
  void codeInFoldersOfClassesHasNoInstallation() {
    assertThat(Installation.running()).isEmpty();
    assertThat(BuiltInRules.pack()).isEmpty();
  }

  @Test
  void withoutAPackThereIsNone() {
    assertThat(installation.builtInRules()).isEmpty();
  }

  @Test
  void aPackFitsTheJarsThatItWasMadeFrom() throws IOException {
    prepare();
    assertThat(installation.builtInRules()).isPresent();
  }

  @Test
  void jarsThatNoRuleIsMadeOfMayChange() throws IOException {
    prepare();
    Files.writeString(folder.resolve("picocli-5.jar"), "");
    Files.writeString(folder.resolve("coderev-app.jar"), "");
    assertThat(installation.builtInRules()).isPresent();
  }

  @Test
  void otherRulesMakeAPackUseless() throws IOException {
    prepare();
    Files.writeString(folder.resolve("coderev-rules-1.jar"), "other");
    assertThat(installation.builtInRules()).isEmpty();
  }

  @Test
  void anotherGrammarMakesAPackUseless() throws IOException {
    prepare();
    Files.move(folder.resolve("tree-sitter-c-1.jar"), folder.resolve("tree-sitter-c-2.jar"));
    assertThat(installation.builtInRules()).isEmpty();
  }

  @Test
  void aFolderInPlaceOfAPackIsNone() throws IOException {
    Files.createDirectory(installation.pack());
    assertThat(installation.builtInRules()).isEmpty();
  }
}
