package dev.coderev.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coderev.analysis.engine.AnalysisLimits;
import dev.coderev.analysis.parse.dispatch.Parsers;
import dev.coderev.analysis.rule.ModelLibrary;
import dev.coderev.analysis.rule.Rule;
import dev.coderev.analysis.rule.RuleReading;
import dev.coderev.analysis.rule.RuleResources;
import dev.coderev.analysis.rule.RuleSource;
import dev.coderev.analysis.ruletest.FixtureReport;
import dev.coderev.analysis.ruletest.FixtureRunner;
import dev.coderev.analysis.ruletest.RuleTest;
import dev.coderev.analysis.source.Language;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Every rule of the built-in packs, held to what the packs promise. */
class BuiltInRulesTests {

  private static final RuleResources PACK =
      new RuleResources(BuiltInRulesTests.class.getClassLoader(), "dev/coderev/rules");
  private static final RuleReading READING = RuleSource.readAll(List.of(PACK));
  private static final Set<String> CATEGORIES =
      Set.of("security", "correctness", "performance", "maintainability");

  @Test
  void everyRuleCanBeRead() {
    assertThat(READING.problems()).isEmpty();
    assertThat(READING.notes()).isEmpty();
    assertThat(READING.rules()).hasSizeGreaterThanOrEqualTo(150);
  }

  @Test
  void everyIdFollowsFromThePath() {
    assertThat(READING.rules())
        .allSatisfy(rule ->
            assertThat(rule.place().file()).isEqualTo(rule.id().replace('.', '/') + ".yaml"));
  }

  @Test
  void everyRuleStandsInTheFolderOfItsLanguages() {
    for (Rule rule : READING.rules()) {
      String folder = rule.id().substring(0, rule.id().indexOf('.'));
      if (!rule.regexOnly()) {
        for (Language language : rule.languages()) {
          assertThat(RuleResources.folders(EnumSet.of(language)))
              .as("a scan of %s must read %s", language.id(), rule.id())
              .contains(folder);
        }
      }
    }
  }

  @Test
  void everyRuleSaysWhatItIsAndWhatToDo() {
    List<String> defects = new ArrayList<>();
    for (Rule rule : READING.rules()) {
      check(rule.message().length() >= 60, rule, "its message is too short to help", defects);
      check(rule.message().endsWith("."), rule, "its message ends without a full stop", defects);
      check(rule.metadata().all().containsKey("confidence"), rule, "no confidence", defects);
      String category = rule.metadata().category();
      check(CATEGORIES.contains(category), rule, "unknown category " + category, defects);
      check(
          rule.id().split("\\.")[1].equals(category), rule, "category is not its folder", defects);
      check(
          rule.metadata().cwe().stream().allMatch(cwe -> cwe.matches("CWE-\\d+: \\S.*")),
          rule,
          "a CWE is not written as 'CWE-89: Improper …'",
          defects);
      check(
          rule.metadata().owasp().stream()
              .allMatch(owasp -> owasp.matches("(A|API|M|LLM)\\d\\d?:20\\d\\d - \\S.*")),
          rule,
          "an OWASP entry is not written as 'A03:2021 - Injection'",
          defects);
      check(
          !category.equals("security") || !rule.metadata().cwe().isEmpty(),
          rule,
          "a security rule needs a CWE",
          defects);
      check(
          !category.equals("security") || !rule.metadata().references().isEmpty(),
          rule,
          "a security rule needs references",
          defects);
    }
    assertThat(defects).isEmpty();
  }

  private static void check(boolean holds, Rule rule, String defect, List<String> defects) {
    if (!holds) {
      defects.add(rule.id() + ": " + defect);
    }
  }

  @Test
  void everyRuleFiresAndKeepsQuietWhereItsFixturesSay() {
    ModelLibrary models = ModelLibrary.read(PACK.models(EnumSet.allOf(Language.class)));
    FixtureReport report =
        new FixtureRunner(models, new Parsers(), AnalysisLimits.DEFAULT).run(RuleTest.in(PACK));
    Map<String, Set<String>> defects = new TreeMap<>();
    report.verdicts().stream()
        .filter(verdict -> !verdict.passed())
        .forEach(verdict ->
            verdict
                .defects()
                .forEach(defect ->
                    defects
                        .computeIfAbsent(verdict.ruleId(), key -> new TreeSet<>())
                        .add(defect.message())));
    assertThat(defects).isEmpty();
    assertThat(report.problems()).isEmpty();
  }
}
