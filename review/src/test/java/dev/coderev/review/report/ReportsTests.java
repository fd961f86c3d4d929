package dev.coderev.review.report;

import static dev.coderev.review.report.Goldens.written;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coderev.analysis.source.Language;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ReportsTests {
  private static final ReportOptions ALL = ReportOptions.DEFAULT.withSuppressed(true);

  @ParameterizedTest
  @CsvSource({
    "TEXT, shop.txt",
    "JSON, shop.json",
    "SARIF, shop.sarif",
    "GITLAB, shop.gitlab.json",
    "MARKDOWN, shop.md",
    "HTML, shop.html"
  })
  void writesTheExpectedReport(ReportFormat format, String golden) throws IOException {
    Goldens.check(golden, written(format, SampleReviews.shop(), ALL));
  }

  @ParameterizedTest
  @CsvSource({
    "TEXT, change.txt",
    "JSON, change.json",
    "SARIF, change.sarif",
    "GITLAB, change.gitlab.json",
    "MARKDOWN, change.md",
    "HTML, change.html"
  })
  void writesTheExpectedReportOnAChange(ReportFormat format, String golden) throws IOException {
    Goldens.check(golden, written(format, SampleReviews.partlyReviewedChange()));
  }

  @ParameterizedTest
  @EnumSource(ReportFormat.class)
  void writesTheSameBytesTwice(ReportFormat format) {
    assertThat(written(format, SampleReviews.hostile()))
        .isEqualTo(written(format, SampleReviews.hostile()));
  }

  @ParameterizedTest
  @EnumSource(ReportFormat.class)
  void neverSaysCleanOfWhatWasNotReviewed(ReportFormat format) {
    String report = written(format, SampleReviews.notReviewed());
    assertThat(report).doesNotContain("Clean", "\"clean\"", "verdict clean");
    if (format == ReportFormat.GITLAB) {
      assertThat(report).contains("\"status\": \"failure\"");
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = ReportFormat.class,
      names = {"TEXT", "MARKDOWN", "HTML", "GITLAB"})
  void saysCleanOfACleanReview(ReportFormat format) {
    assertThat(written(format, SampleReviews.clean())).contains("Clean: everything");
  }

  @ParameterizedTest
  @EnumSource(ReportFormat.class)
  void passesNoControlCharacterOn(ReportFormat format) {
    assertThat(written(format, SampleReviews.hostile(), ALL).chars().filter(c -> c != '\n'))
        .noneMatch(c -> c < 0x20 || (c >= 0x7F && c <= 0x9F));
  }

  @ParameterizedTest
  @EnumSource(ReportFormat.class)
  void saysThatAFullDiskIsAProblemOfTheOutput(ReportFormat format) {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("no space left");
          }
        };
    assertThatThrownBy(
            () -> Reports.write(format, SampleReviews.shop().build(), ReportOptions.DEFAULT, full))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no space left");
  }

  @ParameterizedTest
  @EnumSource(ReportFormat.class)
  void leavesTheStreamOpen(ReportFormat format) throws IOException {
    boolean[] closed = {false};
    OutputStream out =
        new OutputStream() {
          @Override
          public void write(int b) {}

          @Override
          public void close() {
            closed[0] = true;
          }
        };
    Reports.write(format, SampleReviews.shop().build(), ReportOptions.DEFAULT, out);
    assertThat(closed[0]).isFalse();
  }

  @Test
  void readsContextFromTheFilesOnDisk(@TempDir Path root) throws IOException {
    Path file = root.resolve("src/main/java/shop/Orders.java");
    Files.createDirectories(file.getParent());
    Files.writeString(file, SampleReviews.ORDERS);
    java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
    Reports.write(
        ReportFormat.TEXT, SampleReviews.shop().root(root).build(), ReportOptions.DEFAULT, out);
    assertThat(out.toString(java.nio.charset.StandardCharsets.UTF_8))
        .contains("13 |     return order.owner() == name;")
        .contains("12 |   boolean isOwner(Order order, String name) {")
        .contains("return yaml.load(file)");
  }

  @Test
  void showsTheLinesOfTheFindingWhereTheFileHasChanged(@TempDir Path root) throws IOException {
    Path file = root.resolve("src/main/java/shop/Orders.java");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "\n" + SampleReviews.ORDERS);
    java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
    Reports.write(
        ReportFormat.TEXT, SampleReviews.shop().root(root).build(), ReportOptions.DEFAULT, out);
    assertThat(out.toString(java.nio.charset.StandardCharsets.UTF_8))
        .contains("13 |     return order.owner() == name;")
        .contains("+ 13 |     return order.owner().equals(name);")
        .doesNotContain("boolean isOwner");
  }

  @Test
  void knowsFormatsByName() {
    assertThat(ReportFormat.byId("SARIF")).contains(ReportFormat.SARIF);
    assertThat(ReportFormat.byId("pdf")).isEmpty();
    assertThat(ReportFormat.ids())
        .containsExactly("text", "json", "sarif", "gitlab", "markdown", "html");
    assertThat(ReportFormat.MARKDOWN.extension()).isEqualTo("md");
  }

  @Test
  void cutsAMarkdownReportToTheLengthOfAComment() {
    ReviewBuilder review =
        SampleReviews.clean()
            .rule(
                "a.security.rule",
                dev.coderev.analysis.finding.Severity.LOW,
                dev.coderev.analysis.finding.Confidence.LOW,
                "Words. ".repeat(100),
                java.util.List.of(),
                java.util.List.of(),
                java.util.List.of())
            .file("b.py", Language.PYTHON, "x\n".repeat(10));
    for (int i = 0; i < 200; i++) {
      review.finding("a.security.rule", "b.py", "x");
    }
    String report = written(ReportFormat.MARKDOWN, review);
    assertThat(report.length()).isLessThan(65_536);
    assertThat(report).containsPattern("\\d+ more findings\\*\\* did not fit");
  }
}
