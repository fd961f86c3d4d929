package dev.coderev.review.report.text;

import dev.coderev.analysis.finding.Finding;
import dev.coderev.analysis.finding.Suppression;
import dev.coderev.review.report.code.Glyphs;
import dev.coderev.review.report.code.SourceTexts;
import dev.coderev.review.report.fact.Statements;
import dev.coderev.review.result.ChangeSummary;
import dev.coderev.review.result.Coverage;
import dev.coderev.review.result.ReviewResult;
import dev.coderev.review.result.Verdict;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The report for a terminal: findings by file with their code, then what was examined. */
public final class TextReport {
  private static final int NARROWEST = 40;
  private static final int WIDEST_PROSE = 100;
  private static final int TOP = 5;

  private final SourceTexts sources;
  private final Paint paint;
  private final int width;
  private final boolean showSuppressed;
  private final boolean verbose;

  /**
   * @param width cells in a line
   * @param verbose whether everything skipped and noted is listed, not only the first few
   */
  public TextReport(
      SourceTexts sources, boolean color, int width, boolean showSuppressed, boolean verbose) {
    this.sources = sources;
    this.paint = new Paint(color);
    this.width = Math.max(NARROWEST, width);
    this.showSuppressed = showSuppressed;
    this.verbose = verbose;
  }

  public void write(ReviewResult result, OutputStream out) throws IOException {
    Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    Page page = new Page(writer);
    findings(result, page);
    summary(result, page);
    writer.flush();
  }

  /** Lines to a writer. */
  private record Page(Writer writer) {
    void line(String text) throws IOException {
      writer.write(text);
      writer.write('\n');
    }

    void lines(List<String> texts) throws IOException {
      for (String text : texts) {
        line(text);
      }
    }
  }

  private void findings(ReviewResult result, Page page) throws IOException {
    CodePart code = new CodePart(sources, paint, width);
    String path = "";
    for (Finding finding : showSuppressed ? result.findings() : result.active()) {
      if (!finding.place().path().equals(path)) {
        path = finding.place().path();
        page.line(paint.heading(Glyphs.safe(path)));
        page.line("");
      }
      finding(finding, code, page);
    }
  }

  private void finding(Finding finding, CodePart code, Page page) throws IOException {
    String severity = String.format(Locale.ROOT, " %-8s ", finding.severity().id());
    page.line(
        paint.severity(finding.severity(), severity.toUpperCase(Locale.ROOT))
            + " "
            + paint.strong(Glyphs.safe(finding.ruleId())));
    page.line(
        paint.faint(
            "    "
                + Glyphs.safe(finding.place().path())
                + ":"
                + finding.place().start().line()
                + ":"
                + finding.place().start().column()));
    for (Suppression suppression : finding.suppression().stream().toList()) {
      page.line("    " + paint.doubtful(suppressed(suppression)));
    }
    for (String line : Wrapping.wrap(finding.message(), Math.min(width, WIDEST_PROSE) - 4)) {
      page.line("    " + line);
    }
    page.line("");
    page.lines(code.excerpt(finding));
    if (finding.flow().isPresent()) {
      page.line("");
      page.lines(code.flow(finding.flow().get(), finding.severity(), finding.place().path()));
    }
    List<String> fix = code.fix(finding);
    if (!fix.isEmpty()) {
      page.line("");
      page.lines(fix);
    }
    page.line("");
  }

  private static String suppressed(Suppression suppression) {
    String where =
        switch (suppression.kind()) {
          case IN_SOURCE -> "suppressed in the code";
          case BASELINE -> "already in the baseline";
        };
    return suppression.reason().isBlank()
        ? where
        : where + ": " + Glyphs.safe(suppression.reason());
  }

  private void summary(ReviewResult result, Page page) throws IOException {
    page.line(paint.faint("-".repeat(width)));
    if (result.change().isPresent()) {
      ChangeSummary change = result.change().get();
      item("Change", Glyphs.safe(change.description()) + ": " + changed(change), page);
      if (result.verdict() != Verdict.NOT_REVIEWED) {
        item("Score", result.score().value() + " of 100", page);
      }
    }
    item("Findings", Statements.severities(result), page);
    if (!result.suppressed().isEmpty()) {
      item(
          "Suppressed",
          result.suppressed().size() + " (" + Statements.suppressions(result) + ")",
          page);
    }
    coverage(result, page);
    page.line("");
    for (String line : Wrapping.wrap(Statements.verdict(result), width)) {
      page.line(
          switch (result.verdict()) {
            case CLEAN -> paint.good(line);
            case FINDINGS -> paint.bad(line);
            case PARTLY_REVIEWED, NOT_REVIEWED -> paint.doubtful(line);
          });
    }
  }

  static String changed(ChangeSummary change) {
    return Statements.count(change.files().size(), "file")
        + ", "
        + Statements.count(change.added(), "line")
        + " added, "
        + change.removed()
        + " removed";
  }

  private void coverage(ReviewResult result, Page page) throws IOException {
    Coverage coverage = result.coverage();
    int lines = coverage.examined().stream().mapToInt(Coverage.Examined::lines).sum();
    item(
        "Examined",
        Statements.count(coverage.examined().size(), "file")
            + ", "
            + Statements.count(lines, "line")
            + ", "
            + Statements.bytes(coverage.bytes())
            + ", with "
            + Statements.count(coverage.rules(), "rule")
            + " in "
            + Statements.duration(result.duration()),
        page);
    if (!coverage.skipped().isEmpty()) {
      String reasons =
          Statements.skips(coverage).stream()
              .map(reason -> reason.getValue() + " " + reason.getKey())
              .collect(Collectors.joining(", "));
      item("Skipped", reasons, page);
      if (verbose) {
        list(
            coverage.skipped().stream()
                .map(skip -> skip.path() + ": " + skip.reason().id() + ", " + skip.detail())
                .toList(),
            page);
      }
    }
    List<Coverage.Examined> incomplete = Statements.incomplete(coverage);
    if (!incomplete.isEmpty()) {
      item("Incomplete", Statements.count(incomplete.size(), "file"), page);
      list(
          incomplete.stream()
              .flatMap(file -> Statements.gaps(file).stream().map(gap -> file.path() + ": " + gap))
              .toList(),
          page);
    }
    List<Map.Entry<String, String>> unread =
        coverage.examined().stream()
            .filter(Coverage.Examined::parsed)
            .flatMap(file ->
                file.notes().stream()
                    .filter(note -> !note.omitted())
                    .map(note ->
                        Map.entry(
                            file.path(),
                            note.line() > 0
                                ? ":" + note.line() + ": " + note.message()
                                : ": " + note.message())))
            .toList();
    if (!unread.isEmpty()) {
      item("Noted", Statements.count(unread.size(), "thing") + " while reading", page);
      list(unread.stream().map(note -> note.getKey() + note.getValue()).toList(), page);
    }
    for (String note : coverage.notes()) {
      item("Note", note, page);
    }
  }

  private void list(List<String> entries, Page page) throws IOException {
    int shown = verbose ? entries.size() : Math.min(TOP, entries.size());
    for (String entry : entries.subList(0, shown)) {
      List<String> lines = Wrapping.wrap(entry, width - 14);
      for (String line : lines) {
        page.line(" ".repeat(line.equals(lines.getFirst()) ? 12 : 14) + line);
      }
    }
    if (shown < entries.size()) {
      page.line(" ".repeat(12) + "... and " + (entries.size() - shown) + " more");
    }
  }

  private void item(String name, String text, Page page) throws IOException {
    String head = String.format(Locale.ROOT, "%-12s", name);
    for (String line : Wrapping.wrap(text, width - 12)) {
      page.line(paint.strong(head) + line);
      head = " ".repeat(12);
    }
  }
}
