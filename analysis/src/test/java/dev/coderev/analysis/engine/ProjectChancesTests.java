package dev.coderev.analysis.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coderev.analysis.parse.dispatch.Parsers;
import dev.coderev.analysis.rule.ModelLibrary;
import dev.coderev.analysis.rule.RuleReader;
import dev.coderev.analysis.rule.RuleText;
import dev.coderev.analysis.source.Language;
import dev.coderev.analysis.source.SourceFile;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProjectChancesTests {
  private static final Parsers PARSERS = new Parsers();
  private static final RuleSetCompiler RULES =
      new RuleSetCompiler(
          new RuleReader(ModelLibrary.EMPTY)
              .read(
                  List.of(
                      new RuleText(
                          "r.yaml",
                          """
                          rules:
                            - id: flow
                              message: found
                              severity: HIGH
                              languages: [java, kotlin]
                              mode: taint
                              pattern-sources:
                                - pattern: source(...)
                              pattern-sinks:
                                - pattern: sink(...)
                          """)))
              .orThrow(),
          PARSERS);

  private static final SourceFile BEGINS =
      new SourceFile("A.java", Language.JAVA, "class A { int a() { return source(); } }");
  private static final SourceFile ENDS =
      new SourceFile("B.java", Language.JAVA, "class B { void b(int x) { sink(x); } }");
  private static final SourceFile ENDS_IN_KOTLIN =
      new SourceFile("C.kt", Language.KOTLIN, "fun c(x: Int) { sink(x) }");

  private static ProjectChances chances(SourceFile... files) {
    return ProjectChances.of(
        List.of(files).stream().map(TextUnit::new).toList(),
        IntStream.range(0, files.length).toArray(),
        RULES::forLanguage,
        new Workers(2));
  }

  private static boolean mayEnd(ProjectChances chances, int number, SourceFile file) {
    return !chances.in(number, RULES.forLanguage(file.language()), file).sinks().isEmpty();
  }

  @Test
  void aRuleThatBeginsNowhereEndsNowhere() {
    ProjectChances chances = chances(ENDS);
    assertThat(mayEnd(chances, 0, ENDS)).isFalse();
    assertThat(chances.follow(Language.JAVA)).isFalse();
  }

  @Test
  void aRuleThatBeginsInOneFileMayEndInAnother() {
    ProjectChances chances = chances(BEGINS, ENDS);
    assertThat(mayEnd(chances, 1, ENDS)).isTrue();
    assertThat(chances.follow(Language.JAVA)).isTrue();
  }

  @Test
  void aRuleMayBeginInAnotherLanguage() {
    ProjectChances chances = chances(BEGINS, ENDS_IN_KOTLIN);
    assertThat(mayEnd(chances, 1, ENDS_IN_KOTLIN)).isTrue();
  }

  @Test
  void nothingIsRuledOutWhereNothingIsKnownOfOtherFiles() {
    assertThat(mayEnd(ProjectChances.UNKNOWN, 0, ENDS)).isTrue();
    assertThat(ProjectChances.UNKNOWN.follow(Language.JAVA)).isFalse();
  }
}
