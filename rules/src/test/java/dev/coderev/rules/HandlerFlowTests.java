package dev.coderev.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coderev.analysis.engine.AnalysisLimits;
import dev.coderev.analysis.parse.dispatch.Parsers;
import dev.coderev.analysis.rule.ModelLibrary;
import dev.coderev.analysis.rule.RuleResources;
import dev.coderev.analysis.rule.RuleText;
import dev.coderev.analysis.ruletest.Fixture;
import dev.coderev.analysis.ruletest.FixtureReport;
import dev.coderev.analysis.ruletest.FixtureRunner;
import dev.coderev.analysis.ruletest.RuleTest;
import dev.coderev.analysis.ruletest.RuleVerdict;
import dev.coderev.analysis.source.Language;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Small web handlers whose flows are real or broken, on the rules of the built-in packs. */
class HandlerFlowTests {
  private static final Pattern MARK =
      Pattern.compile("(?:ruleid|ok|todoruleid|todook): ([\\w.-]+)");
  private static final RuleResources PACK =
      new RuleResources(HandlerFlowTests.class.getClassLoader(), "dev/coderev/rules");

  /** Enough for a machine that does other things as well: the flows count here, not the time. */
  private static final AnalysisLimits UNHURRIED =
      new AnalysisLimits(Duration.ofMinutes(2), Duration.ofMinutes(10), 1000);

  @ParameterizedTest
  @ValueSource(strings = {"java", "python", "javascript", "php", "go", "c"})
  void reportsRealFlowsAndNoBrokenOnes(String language) throws Exception {
    ModelLibrary models = ModelLibrary.read(PACK.models(EnumSet.allOf(Language.class)));
    FixtureReport report = new FixtureRunner(models, new Parsers(), UNHURRIED).run(tests(language));
    List<String> defects =
        report.verdicts().stream()
            .map(RuleVerdict::defects)
            .flatMap(List::stream)
            .map(RuleVerdict.Defect::message)
            .filter(message -> !message.startsWith("has no fixture"))
            .toList();
    assertThat(report.verdicts()).isNotEmpty();
    assertThat(defects).isEmpty();
    assertThat(report.problems()).isEmpty();
  }

  private static List<RuleTest> tests(String language) throws IOException, URISyntaxException {
    Map<String, List<Fixture>> byRule = new TreeMap<>();
    for (Fixture fixture : handlers(language)) {
      TreeSet<String> ids = new TreeSet<>();
      MARK.matcher(fixture.text())
          .results()
          .map(MatchResult::group)
          .forEach(mark -> ids.add(mark.substring(mark.indexOf(' ') + 1)));
      ids.forEach(id -> byRule.computeIfAbsent(id, _ -> new ArrayList<>()).add(fixture));
    }
    List<RuleTest> tests = new ArrayList<>();
    byRule.forEach((id, fixtures) -> {
      String path = id.replace('.', '/') + ".yaml";
      tests.add(new RuleTest(new RuleText(path, PACK.text(path)), fixtures));
    });
    return tests;
  }

  private static List<Fixture> handlers(String language) throws IOException, URISyntaxException {
    Path folder =
        Path.of(
            Objects.requireNonNull(HandlerFlowTests.class.getResource("/handlers/" + language))
                .toURI());
    List<Fixture> all = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        all.add(new Fixture(file.toString(), Files.readString(file)));
      }
    }
    return all;
  }
}
