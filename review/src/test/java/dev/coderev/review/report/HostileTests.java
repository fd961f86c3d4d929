package dev.coderev.review.report;

import static dev.coderev.review.report.Goldens.written;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class HostileTests {
  private static final ReportOptions ALL = ReportOptions.DEFAULT.withSuppressed(true);

  @Test
  void htmlHoldsOnlyOurOwnElements() {
    String page = written(ReportFormat.HTML, SampleReviews.hostile(), ALL);
    assertThat(Pattern.compile("<script").matcher(page).results()).hasSize(1);
    assertThat(page).doesNotContain("<img", "<b>rule", "<b>not", "onerror=alert(1)>");
    assertThat(Pattern.compile("href=\"([^\"]*)\"").matcher(page).results().map(m -> m.group(1)))
        .isNotEmpty()
        .allMatch(address -> address.startsWith("https://"));
  }

  @Test
  void htmlLoadsNothingFromElsewhere() {
    String page = written(ReportFormat.HTML, SampleReviews.shop());
    assertThat(page).contains("default-src 'none'").doesNotContain("src=", "@import", "url(");
    assertThat(page).doesNotContainPattern(" style=| on\\w+=");
  }

  @Test
  void markdownKeepsCodeInItsFence() {
    String page = written(ReportFormat.MARKDOWN, SampleReviews.hostile(), ALL);
    String prose = Pattern.compile("(?ms)^(`{3,}).*?^\\1$").matcher(page).replaceAll("");
    String bare = Pattern.compile("(`+)(?!`).*?(?<!`)\\1(?!`)").matcher(prose).replaceAll("");
    assertThat(bare).doesNotContain("<script", "<img", "<b>", "@everyone", "@team");
    assertThat(bare).doesNotContainPattern("(?<!\\\\)\\]\\(java");
    assertThat(Pattern.compile("(?m)^#+ .*").matcher(bare).results().map(MatchResult::group))
        .allMatch(
            heading -> heading.startsWith("## CodeRev") || heading.startsWith("### Critical"));
  }

  @Test
  void textShowsTheCommandsOfATerminalInsteadOfSendingThem() {
    assertThat(written(ReportFormat.TEXT, SampleReviews.hostile(), ALL))
        .contains("␛[2J␛]0;owned␇")
        .contains("<U+202E>");
  }

  @Test
  void sarifMessagesHoldNoLinksOfOthers() {
    assertThat(written(ReportFormat.SARIF, SampleReviews.hostile()))
        .contains("[x\\\\](javascript:alert(1)) \uFFFD | cell\"")
        .doesNotContainPattern("\"message\": \\{\\s*\"text\": \"[^\"]*[^\\\\]\\]\\(");
  }
}
