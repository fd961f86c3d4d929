package dev.coderev.analysis.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coderev.analysis.source.Language;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PatternWordsTests {
  @Test
  void needsOnlyTheLastPartOfADottedName() {
    assertThat(words("java.lang.Runtime.getRuntime().exec($X)", Language.JAVA))
        .containsExactly("exec", "getRuntime");
  }

  @Test
  void needsNothingFromStringsKeywordsAndHoles() {
    assertThat(words("if ($X == \"secret\") { return foo(...); }", Language.JAVA))
        .containsExactly("foo");
  }

  @Test
  void needsNoTypeOfATypedMetavariable() {
    assertThat(words("(Statement $S).execute($Q)", Language.JAVA)).containsExactly("execute");
    assertThat(words("($R : *http.Request).FormValue($K)", Language.GO))
        .containsExactly("FormValue");
  }

  @Test
  void needsAWordThatShowsTheTypeOfALibrary() {
    assertThat(requirement("(java.sql.ResultSet $R).getString($K)"))
        .isInstanceOfSatisfying(
            Requirement.AllOf.class,
            all ->
                assertThat(all.operands())
                    .anySatisfy(one ->
                        assertThat(one)
                            .isInstanceOfSatisfying(
                                Requirement.AnyOf.class,
                                any ->
                                    assertThat(any.operands())
                                        .contains(
                                            new Requirement.Literal("ResultSet", true, false),
                                            new Requirement.Literal(
                                                "executeQuery", true, false)))));
  }

  private static Requirement requirement(String pattern) {
    return PatternWords.requirement(pattern, Language.JAVA, MatchOptions.of(Map.of()));
  }

  @Test
  void needsNothingOfImports() {
    assertThat(words("import os.path\n...\njoin($X)", Language.PYTHON)).containsExactly("join");
  }

  @Test
  void ignoresLetterCaseInPhp() {
    assertThat(PatternWords.requirement("md5($X)", Language.PHP, MatchOptions.of(Map.of())))
        .isEqualTo(new Requirement.Literal("md5", true, true));
  }

  private static List<String> words(String pattern, Language language) {
    Requirement requirement =
        PatternWords.requirement(pattern, language, MatchOptions.of(Map.of()));
    List<Requirement> parts =
        requirement instanceof Requirement.AllOf(List<Requirement> all)
            ? all
            : List.of(requirement);
    return parts.stream().map(part -> ((Requirement.Literal) part).text()).toList();
  }
}
