package dev.coderev.review.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coderev.analysis.finding.Confidence;
import dev.coderev.analysis.finding.Finding;
import dev.coderev.analysis.finding.Severity;
import dev.coderev.analysis.finding.Suppression;
import dev.coderev.analysis.source.Language;
import dev.coderev.review.report.ReviewBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoreTests {
  @ParameterizedTest
  @CsvSource({
    "CRITICAL,HIGH,60",
    "CRITICAL,MEDIUM,70",
    "CRITICAL,LOW,80",
    "HIGH,HIGH,80",
    "HIGH,MEDIUM,85",
    "HIGH,LOW,90",
    "MEDIUM,HIGH,92",
    "MEDIUM,MEDIUM,94",
    "MEDIUM,LOW,96",
    "LOW,HIGH,98",
    "LOW,LOW,99",
    "INFO,HIGH,100",
    "INFO,LOW,100"
  })
  void takesTheWeightOfTheSeverityTimesTheTrustInTheFinding(
      Severity severity, Confidence confidence, int score) {
    assertThat(Score.of(findings(severity, confidence, 1)).value()).isEqualTo(score);
  }

  @Test
  void addsUpAndStopsAtNought() {
    assertThat(Score.of(List.of()).value()).isEqualTo(100);
    assertThat(Score.of(findings(Severity.CRITICAL, Confidence.HIGH, 2)).value()).isEqualTo(20);
    assertThat(Score.of(findings(Severity.CRITICAL, Confidence.HIGH, 3)).value()).isZero();
    assertThat(Score.of(findings(Severity.LOW, Confidence.MEDIUM, 3)).value())
        .as("4.5 are lost, and halves go up")
        .isEqualTo(96);
  }

  @Test
  void leavesSuppressedFindingsOut() {
    List<Finding> suppressed =
        findings(Severity.HIGH, Confidence.HIGH, 2).stream()
            .map(finding ->
                finding.withSuppression(new Suppression(Suppression.Kind.BASELINE, "before")))
            .toList();
    assertThat(Score.of(suppressed).value()).isEqualTo(100);
  }

  @Test
  void liesBetweenNoughtAndAHundred() {
    assertThat(new Score(0).value()).isZero();
    assertThat(new Score(100).value()).isEqualTo(100);
    assertThatThrownBy(() -> new Score(-1)).hasMessageContaining("between 0 and 100: -1");
    assertThatThrownBy(() -> new Score(101)).hasMessageContaining("between 0 and 100: 101");
  }

  private static List<Finding> findings(Severity severity, Confidence confidence, int number) {
    ReviewBuilder review =
        new ReviewBuilder()
            .file("A.java", Language.JAVA, "class A { int a = b(); }")
            .rule("java.security.a", severity, confidence, "m", List.of(), List.of(), List.of());
    for (int i = 0; i < number; i++) {
      review.finding("java.security.a", "A.java", "b()");
    }
    return review.build().findings();
  }
}
