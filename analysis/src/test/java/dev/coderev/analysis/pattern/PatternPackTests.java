package dev.coderev.analysis.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coderev.analysis.pack.PackInput;
import dev.coderev.analysis.pack.PackOutput;
import dev.coderev.analysis.pack.PackTexts;
import dev.coderev.analysis.pattern.FormulaCompiler.Setting;
import dev.coderev.analysis.source.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PatternPackTests {
  private static final PatternReading PARSING = PatternParser.with(MatchTable.PARSER);
  private static final PatternReading NONE =
      (text, _, _, _) -> {
        throw new AssertionError("not in the pack: " + text);
      };

  private static final Map<Language, List<String>> PATTERNS =
      Map.of(
          Language.JAVA,
          List.of(
              "$X.foo(..., \"=~/a.*/\", $...REST)",
              "class $C extends java.util.List { ... }",
              "(java.lang.String $S).length()",
              "$A = $B; ... $C = 1 + 2;",
              "\"$TEXT\" + \"...\"",
              "<... $X ...>",
              "catch (Exception $E) { }"),
          Language.PYTHON,
          List.of("f(...)", "def $F(...): ...", "import os.path", "...", "x = {'a': $V}"),
          Language.TEXT,
          List.of("password = $VALUE"));

  @Test
  void patternsComeBackAsTheyWereParsed() {
    List<LazyPattern> patterns = patterns(PARSING);
    PatternPack pack = pack(patterns, NONE);
    for (LazyPattern pattern : patterns) {
      CodePattern read =
          pack.read(pattern.text(), MatchTable.PLACE, pattern.setting(), pattern.isInside());
      assertThat(read)
          .usingRecursiveComparison()
          .withEqualsForType(PatternPackTests::same, Pattern.class)
          .isEqualTo(pattern.parsed());
    }
  }

  @Test
  void aPatternThatCannotBeReadIsKnownAsSuch() {
    Setting setting = new Setting(Language.JAVA, MatchOptions.of(Map.of()));
    LazyPattern broken = new LazyPattern("a b c d", MatchTable.PLACE, setting, false, PARSING);
    PatternPack pack = pack(List.of(broken), NONE);
    assertThatThrownBy(() -> pack.read("a b c d", MatchTable.PLACE, setting, false))
        .isInstanceOf(PatternSyntaxProblem.class)
        .hasMessageContaining("this is no java code");
  }

  @Test
  void otherTextsLanguagesOptionsAndPositionsAreParsed() {
    List<String> parsed = new ArrayList<>();
    PatternReading others =
        (text, place, setting, inside) -> {
          parsed.add(text);
          return PARSING.read(text, place, setting, inside);
        };
    PatternPack pack = pack(patterns(PARSING), others);
    Setting plain = new Setting(Language.PYTHON, MatchOptions.of(Map.of()));
    Setting other = new Setting(Language.PYTHON, MatchOptions.of(Map.of("symmetric_eq", true)));
    Setting ruby = new Setting(Language.RUBY, MatchOptions.of(Map.of()));
    pack.read("f(...)", MatchTable.PLACE, plain, false);
    assertThat(parsed).isEmpty();
    pack.read("f(...)", MatchTable.PLACE, plain, true);
    pack.read("f(...)", MatchTable.PLACE, other, false);
    pack.read("f(...)", MatchTable.PLACE, ruby, false);
    pack.read("g(...)", MatchTable.PLACE, plain, false);
    assertThat(parsed).containsExactly("f(...)", "f(...)", "f(...)", "g(...)");
  }

  private static List<LazyPattern> patterns(PatternReading reading) {
    List<LazyPattern> all = new ArrayList<>();
    PATTERNS.forEach((language, texts) -> {
      Setting setting = new Setting(language, MatchOptions.of(Map.of()));
      texts.forEach(
          text -> all.add(new LazyPattern(text, MatchTable.PLACE, setting, false, reading)));
    });
    return all;
  }

  private static PatternPack pack(List<LazyPattern> patterns, PatternReading others) {
    PackTexts texts = new PackTexts();
    PackOutput out = new PackOutput(texts);
    PatternPack.write(patterns, texts, out);
    PackOutput file = new PackOutput(texts);
    file.raw(out.bytes());
    file.raw(texts.table());
    return new PatternPack(PackInput.of(file.bytes(), out.size(), texts.size()), 0, others);
  }

  private static boolean same(Pattern a, Pattern b) {
    return Objects.equals(a.pattern(), b.pattern()) && a.flags() == b.flags();
  }
}
