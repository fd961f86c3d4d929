package dev.coderev.review.report;

import dev.coderev.review.report.code.SourceTexts;
import dev.coderev.review.report.gitlab.GitlabReport;
import dev.coderev.review.report.html.HtmlReport;
import dev.coderev.review.report.json.JsonReport;
import dev.coderev.review.report.markdown.MarkdownReport;
import dev.coderev.review.report.sarif.SarifReport;
import dev.coderev.review.report.text.TextReport;
import dev.coderev.review.result.ReviewResult;
import java.io.IOException;
import java.io.OutputStream;
import tools.jackson.core.JacksonException;

/** The writers of all formats. The same review gives the same bytes, always in UTF-8. */
public final class Reports {
  private Reports() {}

  /** Writes a report on files that lie on disk below the root of the review. */
  public static void write(
      ReportFormat format, ReviewResult result, ReportOptions options, OutputStream out)
      throws IOException {
    write(format, result, SourceTexts.below(result.root()), options, out);
  }

  /**
   * Writes a report and flushes {@code out}, which stays open.
   *
   * @param sources the reviewed texts, where they are not those on disk
   * @throws IOException if {@code out} does not take it
   */
  public static void write(
      ReportFormat format,
      ReviewResult result,
      SourceTexts sources,
      ReportOptions options,
      OutputStream out)
      throws IOException {
    try {
      switch (format) {
        case TEXT ->
            new TextReport(
                    sources,
                    options.color(),
                    options.width(),
                    options.showSuppressed(),
                    options.verbose())
                .write(result, out);
        case JSON -> new JsonReport().write(result, out);
        case SARIF -> new SarifReport(sources).write(result, out);
        case GITLAB -> new GitlabReport().write(result, out);
        case MARKDOWN -> new MarkdownReport(sources, options.showSuppressed()).write(result, out);
        case HTML -> new HtmlReport(sources, options.showSuppressed()).write(result, out);
      }
      out.flush();
    } catch (JacksonException e) {
      throw e.getCause() instanceof IOException cause ? cause : new IOException(e.getMessage(), e);
    }
  }
}
