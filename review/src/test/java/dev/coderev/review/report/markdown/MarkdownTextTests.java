package dev.coderev.review.report.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkdownTextTests {

  @Test
  void keepsCodeInRunningText() {
    assertThat(MarkdownText.prose("Use `a_b` or\n `c<d>`, not *x*."))
        .isEqualTo("Use `a_b` or `c<d>`, not \\*x\\*.");
  }

  @Test
  void takesALoneBacktickForACharacter() {
    assertThat(MarkdownText.prose("a ` b")).isEqualTo("a \\` b");
    assertThat(MarkdownText.prose("a `b` ` <c")).isEqualTo("a `b` \\` &lt;c");
    assertThat(MarkdownText.prose("``` x")).isEqualTo("\\`\\`\\` x");
  }

  @Test
  void fencesCodeWithMoreBackticksThanItHolds() {
    assertThat(MarkdownText.code("a``b")).isEqualTo("```a``b```");
    assertThat(MarkdownText.code("`a")).isEqualTo("`` `a ``");
    assertThat(MarkdownText.block("java", "```\n")).startsWith("````java\n").endsWith("\n````\n");
  }
}
