package dev.coderev.review.result;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coderev.analysis.engine.FileOutcome.CutRule;
import dev.coderev.analysis.engine.FileOutcome.Note;
import dev.coderev.analysis.engine.SkipReason;
import dev.coderev.analysis.finding.Confidence;
import dev.coderev.analysis.finding.Severity;
import dev.coderev.analysis.finding.Suppression;
import dev.coderev.analysis.source.Language;
import dev.coderev.review.report.ReviewBuilder;
import dev.coderev.review.result.ChangeSummary.ChangedFile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReviewResultTests {
  private static final String TEXT = "class A { int a = b(); }";

  @Test
  void isCleanOnlyWhereAllWasExaminedAndNothingCounts() {
    assertThat(examined().build().verdict()).isEqualTo(Verdict.CLEAN);
    assertThat(found().build().verdict()).isEqualTo(Verdict.FINDINGS);
    assertThat(found().suppressed(Suppression.Kind.IN_SOURCE, "known").build().verdict())
        .isEqualTo(Verdict.CLEAN);
    assertThat(new ReviewBuilder().build().verdict()).isEqualTo(Verdict.NOT_REVIEWED);
  }

  @Test
  void isPartlyReviewedWhereARuleOrAFileWasCut() {
    assertThat(
            List.of(
                new ReviewBuilder()
                    .file(
                        "A.java", Language.JAVA, TEXT, List.of(), List.of(new CutRule("r", "time")))
                    .build(),
                new ReviewBuilder()
                    .file(
                        "A.java",
                        Language.JAVA,
                        TEXT,
                        List.of(new Note(1, "left out", true)),
                        List.of())
                    .build(),
                examined().unparsable("B.java", Language.JAVA, "no tree").build(),
                found().skipped("B.java", SkipReason.TIME_LIMIT, "over").build()))
        .extracting(ReviewResult::verdict)
        .containsOnly(Verdict.PARTLY_REVIEWED);
  }

  @Test
  void isWholeWhereANoteLeavesNothingOutOrAFileIsNoneOfOurs() {
    assertThat(
            new ReviewBuilder()
                .file(
                    "A.java",
                    Language.JAVA,
                    TEXT,
                    List.of(new Note(1, "odd, but read", false)),
                    List.of())
                .skipped("a.png", SkipReason.BINARY, "not a text file")
                .build()
                .verdict())
        .isEqualTo(Verdict.CLEAN);
  }

  @Test
  void countsWhatIsNotSuppressedUnderEverySeverity() {
    assertThat(found().finding("java.security.a", "A.java", "a = b()").build().counts())
        .isEqualTo(
            Map.of(
                Severity.CRITICAL, 0,
                Severity.HIGH, 2,
                Severity.MEDIUM, 0,
                Severity.LOW, 0,
                Severity.INFO, 0));
    ReviewResult suppressed = found().suppressed(Suppression.Kind.IN_SOURCE, "known").build();
    assertThat(suppressed.counts()).containsEntry(Severity.HIGH, 0);
    assertThat(suppressed.suppressed()).hasSize(1);
    assertThat(suppressed.active()).isEmpty();
    assertThat(suppressed.score().value()).isEqualTo(100);
    assertThat(found().build().score().value()).isEqualTo(80);
  }

  @Test
  void addsUpTheLinesOfAChange() {
    ChangeSummary change =
        new ChangeSummary(
            "staged changes",
            List.of(
                new ChangedFile("A.java", ChangeSummary.Kind.MODIFIED, 3, 1),
                new ChangedFile("B.java", ChangeSummary.Kind.ADDED, 4, 0)));
    assertThat(change.added()).isEqualTo(7);
    assertThat(change.removed()).isEqualTo(1);
  }

  private static ReviewBuilder examined() {
    return new ReviewBuilder().file("A.java", Language.JAVA, TEXT);
  }

  private static ReviewBuilder found() {
    return examined()
        .rule(
            "java.security.a", Severity.HIGH, Confidence.HIGH, "m", List.of(), List.of(), List.of())
        .finding("java.security.a", "A.java", "b()");
  }
}
