package dev.coderev.review.install;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coderev.analysis.engine.AnalysisLimits;
import dev.coderev.analysis.engine.Analyzer;
import dev.coderev.analysis.engine.ProgressListener;
import dev.coderev.analysis.engine.RulePack;
import dev.coderev.analysis.engine.RulePackWriter;
import dev.coderev.analysis.engine.RuleSetCompiler;
import dev.coderev.analysis.engine.SourceUnit;
import dev.coderev.analysis.parse.SourceParser;
import dev.coderev.analysis.parse.dispatch.Parsers;
import dev.coderev.analysis.rule.ListedRule;
import dev.coderev.analysis.rule.Rule;
import dev.coderev.analysis.rule.RuleResources;
import dev.coderev.analysis.rule.RuleSource;
import dev.coderev.analysis.source.Language;
import dev.coderev.review.workspace.Workspace;
import dev.coderev.review.workspace.WorkspaceSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The packed rules are the written ones: the reference is reading the rule files each time. */
class BuiltInRulesTests {
  @TempDir private static Path folder;

  private static final SourceParser PARSER = new Parsers();

  private static List<Rule> written;
  private static byte[] origin;
  private static byte[] bytes;
  private static RulePack pack;

  @BeforeAll
  static void pack() throws IOException {
    InstallationBuild.main(new String[] {folder.toString()});
    origin = new Installation(folder).origin();
    bytes = Files.readAllBytes(new Installation(folder).pack());
    written = RuleSource.readAll(List.of(BuiltInRules.source())).orThrow();
    pack = RulePack.open(bytes, origin).orElseThrow();
  }

  @Test
  void everyRuleComesBackAsItIsWritten() {
    List<Rule> packed = pack.rules(_ -> true).stream().map(ListedRule::whole).toList();
    assertThat(packed).hasSameSizeAs(written);
    for (int i = 0; i < written.size(); i++) {
      assertThat(Written.out(packed.get(i))).isEqualTo(Written.out(written.get(i)));
    }
  }

  /** Writing what was read gives the same bytes; that reading gives all fields is tested below. */
  @Test
  void everyPatternAndRequirementComesBackAsItIsParsed() {
    List<Rule> packed = pack.rules(_ -> true).stream().map(ListedRule::whole).toList();
    assertThat(RulePackWriter.write(packed, pack.formulas(PARSER), origin)).isEqualTo(bytes);
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void aLanguageHasTheRulesThatReadingItsFoldersGives(Language language) {
    Set<Language> languages = EnumSet.of(language, Language.TEXT);
    Set<String> folders = RuleResources.folders(languages);
    List<Rule> read = RuleSource.read(List.of(BuiltInRules.source()), languages).orThrow();
    List<Rule> packed =
        pack.rules(file -> RuleResources.isIn(file, folders)).stream()
            .map(ListedRule::whole)
            .toList();
    assertThat(modes(packed, language)).isEqualTo(modes(read, language));
    assertThat(packed.stream().map(Rule::id).distinct())
        .isEqualTo(read.stream().map(Rule::id).distinct().toList());
  }

  /** A rule for several languages may come in parts, one for each set of models. */
  private static Map<String, String> modes(List<Rule> rules, Language language) {
    Map<String, String> modes = new LinkedHashMap<>();
    for (Rule rule : rules) {
      if (rule.languages().contains(language)) {
        modes.put(rule.id(), Written.out(rule.mode()));
      }
    }
    return modes;
  }

  @Test
  void findsTheSameInTheExamples() {
    Analyzer reading = analyzer(new RuleSetCompiler(written, PARSER));
    Analyzer packed = analyzer(new RuleSetCompiler(pack.rules(_ -> true), pack.formulas(PARSER)));
    List<SourceUnit> files = examples();
    var expected = reading.analyse(files, ProgressListener.NONE);
    assertThat(packed.analyse(files, ProgressListener.NONE).outcomes())
        .isEqualTo(expected.outcomes());
    assertThat(expected.findings()).hasSizeGreaterThan(50);
  }

  private static Analyzer analyzer(RuleSetCompiler rules) {
    return new Analyzer(rules, PARSER, AnalysisLimits.DEFAULT, 1);
  }

  private static List<SourceUnit> examples() {
    Path folder = Path.of("..", "examples").toAbsolutePath().normalize();
    return List.copyOf(
        Workspace.choose(folder, List.of(folder), WorkspaceSettings.DEFAULT).files());
  }

  @Test
  void aPackOfOtherOriginIsNotOpened() {
    assertThat(RulePack.open(bytes, "other".getBytes(StandardCharsets.UTF_8))).isEmpty();
    assertThat(RulePack.open(bytes, "tes".getBytes(StandardCharsets.UTF_8))).isEmpty();
  }

  @Test
  void aDamagedPackIsNotOpened() {
    for (int at = 0; at < bytes.length; at += bytes.length / 50) {
      byte[] damaged = bytes.clone();
      damaged[at] ^= 1;
      assertThat(RulePack.open(damaged, origin)).as("byte %d", at).isEmpty();
    }
    assertThat(RulePack.open(new byte[0], origin)).isEmpty();
    assertThat(RulePack.open(Arrays.copyOf(bytes, bytes.length / 2), origin)).isEmpty();
  }
}
