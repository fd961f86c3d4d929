package dev.coderev.server.evolution.gold;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coderev.server.analysis.DetectedIssue;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CaseScoreTests {
  private static DetectedIssue issue(String type, String severity, int line) {
    return new DetectedIssue(
        "a.rule",
        severity,
        "security",
        type,
        "",
        "",
        "f",
        line,
        1,
        line,
        2,
        "",
        Optional.empty(),
        false,
        "f",
        1,
        List.of(),
        List.of(),
        false);
  }

  private static GoldCase gold(String set, int... lines) {
    return new GoldCase(
        "1",
        "one",
        set,
        "python",
        "x",
        java.util.Arrays.stream(lines)
            .mapToObj(line -> new GoldCase.Expected("xss", "high", line))
            .toList(),
        lines.length == 0,
        1);
  }

  @Test
  void aFindingFitsByTypeNearSeverityAndNearLine() {
    assertThat(CaseScore.of(gold("security", 10), List.of(issue("xss", "critical", 15))).passed())
        .isTrue();
    for (DetectedIssue other :
        List.of(issue("csrf", "high", 10), issue("xss", "low", 10), issue("xss", "high", 16))) {
      CaseScore score = CaseScore.of(gold("security", 10), List.of(other));
      assertThat(score.passed()).isFalse();
      assertThat(score.extra()).isEqualTo(1);
    }
  }

  @Test
  void eachFindingMeetsOneExpectation() {
    CaseScore score = CaseScore.of(gold("quality", 10, 11), List.of(issue("xss", "high", 10)));
    assertThat(score.found()).isEqualTo(1);
    assertThat(score.passed()).as("F1 is 2/3").isFalse();
  }

  @Test
  void cleanCasesPassWithoutAnyFinding() {
    assertThat(CaseScore.of(gold("quality"), List.of()).passed()).isTrue();
    assertThat(CaseScore.of(gold("quality"), List.of(issue("xss", "info", 1))).passed()).isFalse();
  }

  @Test
  void holesMustBeFoundWithoutMoreNoiseThanHoles() {
    List<DetectedIssue> noisy =
        List.of(issue("xss", "high", 1), issue("csrf", "high", 1), issue("ssrf", "high", 1));
    assertThat(CaseScore.of(gold("injection", 1), noisy.subList(0, 2)).passed()).isTrue();
    assertThat(CaseScore.of(gold("injection", 1), noisy).passed()).isFalse();
  }

  @Test
  void tooFewCasesAreInconclusiveAndTheRestIsJudged() {
    GoldResult few =
        GoldResult.of(
            List.of(gold("security", 1)),
            List.of(CaseScore.of(gold("security", 1), List.of(issue("xss", "high", 1)))));
    assertThat(few.outcome()).isEqualTo("inconclusive");
    assertThat(few.overall()).isEmpty();
    assertThat(few.falsePositiveRate()).isEmpty();
    assertThat(few.accuracy()).contains(1.0);
    assertThat(GoldRuns.evaluation("v", 0, 0).result().orElseThrow().outcome())
        .isEqualTo("successful");
    assertThat(GoldRuns.evaluation("v", 0, 60).result().orElseThrow().outcome())
        .as("too many false findings")
        .isEqualTo("failed");
  }
}
