package dev.coderev.review.report;

import static dev.coderev.review.report.Goldens.written;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coderev.review.report.code.Glyphs;
import org.junit.jupiter.api.Test;

class TextReportTests {

  @Test
  void colorsOnlyWhenAsked() {
    assertThat(written(ReportFormat.TEXT, SampleReviews.shop())).doesNotContain("\u001B");
    assertThat(
            written(ReportFormat.TEXT, SampleReviews.shop(), ReportOptions.DEFAULT.withColor(true)))
        .contains("\u001B[1;97;41m CRITICAL ")
        .contains("\u001B[31m3 findings in 2 files");
  }

  @Test
  void addsNothingButColors() {
    String plain = written(ReportFormat.TEXT, SampleReviews.shop());
    String colored =
        written(ReportFormat.TEXT, SampleReviews.shop(), ReportOptions.DEFAULT.withColor(true));
    assertThat(colored.replaceAll("\u001B\\[[0-9;]*m", "")).isEqualTo(plain);
  }

  @Test
  void keepsWithinEightyColumns() {
    assertThat(
            written(
                    ReportFormat.TEXT,
                    SampleReviews.partlyReviewedChange(),
                    ReportOptions.DEFAULT.withSuppressed(true))
                .lines())
        .allMatch(line -> Glyphs.cells(line) <= 80);
  }

  @Test
  void hidesSuppressedFindingsButCountsThem() {
    String report = written(ReportFormat.TEXT, SampleReviews.shop());
    assertThat(report)
        .doesNotContain("python.security.hardcoded-secret")
        .contains("Suppressed  1 (1 in the code)");
  }

  @Test
  void listsEverythingSkippedWhenVerbose() {
    assertThat(
            written(
                ReportFormat.TEXT, SampleReviews.shop(), ReportOptions.DEFAULT.withVerbose(true)))
        .contains("web/app.min.js: minified, lines too long");
  }

  @Test
  void givesNoScoreToAChangeThatWasNotReviewed() {
    String report =
        written(ReportFormat.TEXT, SampleReviews.notReviewed().change("staged changes"));
    assertThat(report)
        .contains("Change      staged changes: 0 files")
        .contains("Nothing to review: the change is empty.")
        .doesNotContain("Score");
  }

  @Test
  void isNeverNarrowerThanReadable() {
    assertThat(written(ReportFormat.TEXT, SampleReviews.shop(), ReportOptions.DEFAULT.withWidth(1)))
        .contains("-".repeat(40));
  }
}
