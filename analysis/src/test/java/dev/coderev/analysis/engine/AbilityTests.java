package dev.coderev.analysis.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What data flow must understand, language by language: cases of {@code abilities/LANGUAGE.txt},
 * where {@code ###} begins an ability and the rest is a {@link ProjectCase}.
 */
class AbilityTests {
  static final List<String> LANGUAGES =
      List.of("java", "python", "javascript", "typescript", "php", "go");

  /** One ability in one language. */
  record Ability(String name, String project) {}

  @TestFactory
  Stream<DynamicTest> hasTheAbility() {
    return LANGUAGES.stream()
        .flatMap(language ->
            abilities(language).stream()
                .map(ability ->
                    DynamicTest.dynamicTest(
                        language + ": " + ability.name(),
                        () -> ProjectCase.of(ability.project()).holds())));
  }

  @Test
  void theDocumentNamesEveryAbility() throws IOException {
    String document = Files.readString(Path.of("../docs/abilities.md"));
    assertThat(
            LANGUAGES.stream()
                .flatMap(language -> abilities(language).stream())
                .map(ability -> "| " + ability.name() + " |"))
        .isNotEmpty()
        .allSatisfy(row -> assertThat(document).contains(row));
  }

  static List<Ability> abilities(String language) {
    List<Ability> abilities = new ArrayList<>();
    for (String part : text(language).split("(?m)^### ", -1)) {
      int end = part.indexOf('\n');
      if (end > 0) {
        abilities.add(new Ability(part.substring(0, end).strip(), part.substring(end + 1)));
      }
    }
    return abilities;
  }

  private static String text(String language) {
    String path = "/abilities/" + language + ".txt";
    try (InputStream in =
        Objects.requireNonNull(AbilityTests.class.getResourceAsStream(path), path)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("cannot read " + path, e);
    }
  }
}
