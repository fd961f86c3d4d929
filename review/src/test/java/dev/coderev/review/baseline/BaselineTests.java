package dev.coderev.review.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coderev.analysis.finding.Finding;
import dev.coderev.analysis.finding.Suppression;
import dev.coderev.analysis.source.Language;
import dev.coderev.review.ReviewException;
import dev.coderev.review.report.Goldens;
import dev.coderev.review.report.ReportFormat;
import dev.coderev.review.report.ReviewBuilder;
import dev.coderev.review.report.SampleReviews;
import dev.coderev.review.report.code.LineHashes;
import dev.coderev.review.result.ReviewResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class BaselineTests {
  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(
      value = ReportFormat.class,
      names = {"JSON", "SARIF"})
  void knowsTheFindingsOfItsOwnReports(ReportFormat format) throws IOException {
    ReviewBuilder review = SampleReviews.shop();
    Baseline baseline = baseline(Goldens.written(format, review));
    assertThat(baseline.size()).isEqualTo(3);
    assertThat(marked(baseline, review))
        .allMatch(Finding::isSuppressed)
        .filteredOn(finding -> kind(finding) == Suppression.Kind.BASELINE)
        .hasSize(3)
        .allMatch(finding -> finding.suppression().get().reason().equals("baseline.json"));
  }

  @ParameterizedTest
  @EnumSource(
      value = ReportFormat.class,
      names = {"JSON", "SARIF"})
  void leavesNewFindingsAsTheyAre(ReportFormat format) throws IOException {
    Baseline baseline = baseline(Goldens.written(format, SampleReviews.shop()));
    ReviewBuilder more =
        SampleReviews.shop()
            .finding(
                "java.security.sql-injection",
                "src/main/java/shop/Orders.java",
                "request.getParameter");
    assertThat(marked(baseline, more)).filteredOn(finding -> !finding.isSuppressed()).hasSize(1);
  }

  @Test
  void reportsAFindingWhoseSuppressingCommentIsGone() throws IOException {
    ReviewBuilder before = SampleReviews.shop();
    Baseline baseline = baseline(Goldens.written(ReportFormat.JSON, before));
    Finding secret = before.build().suppressed().getFirst();
    Finding bare =
        new Finding(
            secret.ruleId(),
            secret.severity(),
            secret.confidence(),
            secret.place(),
            secret.message(),
            secret.fingerprint(),
            secret.metavariables(),
            secret.flow(),
            secret.fix(),
            java.util.Optional.empty());
    assertThat(baseline.mark(List.of(bare), before.build().root(), before.sources()))
        .containsExactly(bare);
  }

  @Test
  void takesOverWhatWasInTheBaselineBefore() throws IOException {
    ReviewBuilder review = SampleReviews.shop();
    review.suppressed(Suppression.Kind.BASELINE, "baseline.json");
    assertThat(baseline(Goldens.written(ReportFormat.SARIF, review)).size()).isEqualTo(4);
  }

  @Test
  void excusesAsManyAsItHolds() throws IOException {
    ReviewBuilder review = SampleReviews.shop();
    Finding one = review.build().active().getFirst();
    Baseline baseline = baseline(Goldens.written(ReportFormat.JSON, review));
    assertThat(baseline.mark(List.of(one, one), review.build().root(), review.sources()))
        .extracting(Finding::isSuppressed)
        .containsExactly(true, false);
  }

  @Test
  void knowsTheFindingsOfOtherToolsByTheHashOfTheirLine() throws IOException {
    String hash = LineHashes.of(SampleReviews.SETTINGS).of(7);
    Baseline baseline =
        baseline(
            foreign(
                "\"ruleId\": \"rules.python.security.unsafe-yaml\"",
                "tools/settings.py",
                "\"startLine\": 70",
                "\"primaryLocationLineHash\": \"" + hash + "\""));
    assertThat(marked(baseline, SampleReviews.shop()))
        .filteredOn(finding -> kind(finding) == Suppression.Kind.BASELINE)
        .singleElement()
        .extracting(Finding::ruleId)
        .isEqualTo("python.security.unsafe-yaml");
  }

  @Test
  void knowsTheFindingsOfOtherToolsByTheirCode() throws IOException {
    for (String path :
        List.of(
            "tools/settings.py", "./tools/settings.py", "file:///project/shop/tools/settings.py")) {
      Baseline baseline =
          baseline(
              foreign(
                  "\"ruleIndex\": 0",
                  path,
                  "\"startLine\": 1, \"snippet\": {\"text\": \"  return  yaml.load(file)\"}",
                  ""));
      assertThat(marked(baseline, SampleReviews.shop()))
          .filteredOn(finding -> kind(finding) == Suppression.Kind.BASELINE)
          .hasSize(1);
    }
  }

  @Test
  void takesNoFindingOfAnotherFileOrRuleForTheSame() throws IOException {
    String snippet = "\"snippet\": {\"text\": \"yaml.load(file)\"}";
    ReviewBuilder review = SampleReviews.shop().file("b.py", Language.PYTHON, "x\n");
    for (String sarif :
        List.of(
            foreign("\"ruleId\": \"python.security.unsafe-yaml\"", "b.py", snippet, ""),
            foreign("\"ruleId\": \"other\"", "tools/settings.py", snippet, ""),
            foreign(
                "\"baselineState\": \"absent\", \"ruleIndex\": 0",
                "tools/settings.py",
                snippet,
                ""))) {
      assertThat(marked(baseline(sarif), review))
          .noneMatch(finding -> kind(finding) == Suppression.Kind.BASELINE);
    }
  }

  @Test
  void takesNoFindingOfAnotherLineForTheSame() throws IOException {
    String otherLine = LineHashes.of(SampleReviews.SETTINGS).of(6);
    for (String sarif :
        List.of(
            foreign(
                "\"ruleIndex\": 0",
                "tools/settings.py",
                "\"startLine\": 7",
                "\"primaryLocationLineHash\": \"" + otherLine + "\""),
            foreign(
                "\"ruleIndex\": 0",
                "tools/settings.py",
                "\"snippet\": {\"text\": \"yaml.load(other)\"}",
                ""),
            foreign("\"ruleIndex\": 0", "tools/settings.py", "\"startLine\": 7", ""),
            foreign(
                "\"ruleIndex\": 1",
                "tools/settings.py",
                "\"snippet\": {\"text\": \"yaml.load(file)\"}",
                ""))) {
      Baseline baseline = baseline(sarif);
      assertThat(baseline.size()).isEqualTo(1);
      assertThat(marked(baseline, SampleReviews.shop()))
          .noneMatch(finding -> kind(finding) == Suppression.Kind.BASELINE);
    }
  }

  @Test
  void excusesOneFindingForEachResultOfAnotherTool() throws IOException {
    Baseline baseline =
        baseline(
            foreign(
                "\"rule\": {\"name\": \"x\", \"index\": 0}",
                "tools/settings.py",
                "\"snippet\": {\"text\": \"yaml.load(file)\"}",
                ""));
    ReviewBuilder review = SampleReviews.shop();
    Finding one =
        review.build().active().stream()
            .filter(finding -> finding.ruleId().equals("python.security.unsafe-yaml"))
            .findFirst()
            .orElseThrow();
    assertThat(baseline.mark(List.of(one, one), review.build().root(), review.sources()))
        .extracting(Finding::isSuppressed)
        .containsExactly(true, false);
  }

  @Test
  void leavesOutWhatACommentSuppressedForAnotherTool() throws IOException {
    String snippet = "\"snippet\": {\"text\": \"yaml.load(file)\"}";
    assertThat(
            baseline(
                    foreign(
                        "\"suppressions\": [{\"guid\": \"g\", \"kind\": \"inSource\"}],"
                            + " \"ruleIndex\": 0",
                        "tools/settings.py",
                        snippet,
                        ""))
                .size())
        .isZero();
    assertThat(
            baseline(
                    foreign(
                        "\"suppressions\": [{\"kind\": \"external\"}], \"rule\": {\"id\":"
                            + " \"python.security.unsafe-yaml\"}",
                        "tools/settings.py",
                        snippet,
                        ""))
                .size())
        .isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no json",
        "[]",
        "{}",
        "42",
        "{\"runs\": []}",
        "{\"version\": \"2.1.0\", \"runs\": {}}",
        "{\"schema\": \"coderev-report\", \"schemaVersion\": \"2.0\", \"findings\": []}",
        "{\"schema\": \"coderev-report\", \"schemaVersion\": \"1.0\", \"findings\": [",
        "{\"version\": \"15.0.2\", \"vulnerabilities\": []}"
      })
  void refusesWhatIsNoReportInOneLine(String text) {
    assertThatThrownBy(() -> baseline(text))
        .isInstanceOf(ReviewException.class)
        .hasMessageContaining("baseline.json")
        .hasMessageContaining("expected a report that coderev wrote")
        .extracting(Throwable::getMessage)
        .asString()
        .doesNotContain("\n");
  }

  @Test
  void refusesADocumentThatIsNestedTooDeeply() {
    assertThatThrownBy(() -> baseline("{\"a\":" + "[".repeat(100_000)))
        .isInstanceOf(ReviewException.class)
        .hasMessageContaining("depth");
  }

  @Test
  void saysWhereTheJsonBreaks() {
    assertThatThrownBy(() -> baseline("{\n  \"runs\" [] }"))
        .hasMessageContaining("baseline.json:2:");
  }

  @Test
  void saysThatThereIsNoSuchFile() {
    assertThatThrownBy(() -> Baseline.read(folder.resolve("none.json")))
        .isInstanceOf(ReviewException.class)
        .hasMessageContaining("none.json: no such baseline");
    assertThatThrownBy(() -> Baseline.read(folder))
        .isInstanceOf(ReviewException.class)
        .hasMessageContaining("Is a directory");
  }

  private Baseline baseline(String text) throws IOException {
    return Baseline.read(Files.writeString(folder.resolve("baseline.json"), text));
  }

  private static List<Finding> marked(Baseline baseline, ReviewBuilder review) {
    ReviewResult result = review.build();
    return baseline.mark(result.findings(), result.root(), review.sources());
  }

  private static Suppression.Kind kind(Finding finding) {
    return finding.suppression().map(Suppression::kind).orElse(Suppression.Kind.IN_SOURCE);
  }

  private static String foreign(String rule, String uri, String region, String fingerprints) {
    return """
    {
      "version": "2.1.0",
      "runs": [{
        "tool": {"driver": {"name": "Other", "rules": [{"id": "python.security.unsafe-yaml"}]}},
        "results": [{
          %s,
          "message": {"text": "m"},
          "locations": [
            {"physicalLocation": {"artifactLocation": {"uri": "%s"}, "region": {%s}}},
            {"physicalLocation": {"artifactLocation": {"uri": "elsewhere"}}}
          ],
          "partialFingerprints": {%s}
        }]
      }]
    }
    """
        .formatted(rule, uri, region, fingerprints);
  }
}
