package dev.coderev.review.report.markdown;

import static dev.coderev.review.report.markdown.MarkdownText.block;
import static dev.coderev.review.report.markdown.MarkdownText.code;
import static dev.coderev.review.report.markdown.MarkdownText.line;
import static dev.coderev.review.report.markdown.MarkdownText.prose;

import dev.coderev.analysis.finding.Finding;
import dev.coderev.analysis.finding.Severity;
import dev.coderev.analysis.finding.Suppression;
import dev.coderev.analysis.finding.TaintFlow;
import dev.coderev.analysis.rule.Rule;
import dev.coderev.review.report.code.CodeLine;
import dev.coderev.review.report.code.EditedLines;
import dev.coderev.review.report.code.Excerpt;
import dev.coderev.review.report.code.Glyphs;
import dev.coderev.review.report.code.SourceTexts;
import dev.coderev.review.report.fact.Statements;
import dev.coderev.review.report.fact.Titles;
import dev.coderev.review.report.fact.Weakness;
import dev.coderev.review.result.ChangeSummary;
import dev.coderev.review.result.Coverage;
import dev.coderev.review.result.ReviewResult;
import dev.coderev.review.result.Verdict;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The report in Markdown, short enough for a comment on a pull request. */
public final class MarkdownReport {
  /** Code hosts take comments of up to 65,536 characters; the closing part needs some. */
  private static final int MAX_FINDINGS_LENGTH = 52_000;

  private static final int MAX_LINE = 200;
  private static final int MAX_TITLE = 120;
  private static final int TOP = 20;

  private final SourceTexts sources;
  private final boolean showSuppressed;

  public MarkdownReport(SourceTexts sources, boolean showSuppressed) {
    this.sources = sources;
    this.showSuppressed = showSuppressed;
  }

  public void write(ReviewResult result, OutputStream out) throws IOException {
    StringBuilder page = new StringBuilder();
    head(result, page);
    findings(result, page);
    coverage(result, page);
    page.append("\n<sub>CodeRev ").append(line(result.toolVersion())).append("</sub>\n");
    out.write(page.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static void head(ReviewResult result, StringBuilder page) {
    page.append("## CodeRev review\n\n**").append(Statements.verdict(result)).append("**\n");
    if (result.change().isPresent()) {
      ChangeSummary change = result.change().get();
      page.append("\nChange ").append(code(change.description())).append(": ");
      page.append(Statements.count(change.files().size(), "file"))
          .append(", +")
          .append(change.added())
          .append(" −")
          .append(change.removed())
          .append(" lines.");
      if (result.verdict() != Verdict.NOT_REVIEWED) {
        page.append(" Score **").append(result.score().value()).append("** of 100.");
      }
      page.append('\n');
    }
    if (result.findings().isEmpty()) {
      return;
    }
    List<Severity> severities = Statements.worstFirst();
    page.append('\n');
    severities.forEach(severity -> page.append("| ").append(severity.id()).append(' '));
    page.append("| suppressed |\n").append("|---:".repeat(severities.size() + 1)).append("|\n");
    severities.forEach(severity ->
        page.append("| ").append(result.counts().getOrDefault(severity, 0)).append(' '));
    page.append("| ").append(result.suppressed().size()).append(" |\n");
  }

  private void findings(ReviewResult result, StringBuilder page) {
    List<Finding> shown =
        (showSuppressed ? result.findings() : result.active())
            .stream().sorted(Statements.bySeverity()).toList();
    int written = 0;
    for (Finding finding : shown) {
      String text = finding(finding, result);
      if (page.length() + text.length() > MAX_FINDINGS_LENGTH) {
        break;
      }
      page.append(text);
      written++;
    }
    if (written < shown.size()) {
      page.append("\n**")
          .append(Statements.count(shown.size() - written, "more finding"))
          .append("** did not fit in here; the full report has them.\n");
    }
  }

  private String finding(Finding finding, ReviewResult result) {
    StringBuilder text = new StringBuilder();
    text.append("\n### ")
        .append(label(finding.severity()))
        .append(": ")
        .append(prose(Titles.of(finding.message(), MAX_TITLE)))
        .append("\n\n")
        .append(
            code(
                finding.place().path()
                    + ":"
                    + finding.place().start().line()
                    + ":"
                    + finding.place().start().column()))
        .append(" · ")
        .append(code(finding.ruleId()));
    Rule rule = result.rules().get(finding.ruleId());
    if (rule != null) {
      for (Weakness weakness : Weakness.of(rule)) {
        text.append(" · [").append(weakness.id()).append("](").append(weakness.page()).append(')');
      }
    }
    text.append(" · ").append(finding.confidence().id()).append(" confidence\n");
    finding.suppression().ifPresent(suppression -> suppressed(suppression, text));
    text.append('\n');
    String more = Titles.rest(finding.message(), MAX_TITLE);
    if (!more.isEmpty()) {
      text.append(prose(more)).append("\n\n");
    }
    text.append(block(language(finding), excerpt(Excerpt.of(finding.place(), sources, 1))));
    finding.flow().ifPresent(flow -> flow(flow, text));
    fix(finding, text);
    return text.toString();
  }

  private static void suppressed(Suppression suppression, StringBuilder text) {
    text.append("\n*")
        .append(
            switch (suppression.kind()) {
              case IN_SOURCE -> "Suppressed in the code";
              case BASELINE -> "Already in the baseline";
            });
    if (!suppression.reason().isBlank()) {
      text.append(": ").append(line(suppression.reason()));
    }
    text.append("*\n");
  }

  /** The extension names the language for highlighting, as far as it is a plain word. */
  private static String language(Finding finding) {
    String path = finding.place().path();
    String extension = path.substring(path.lastIndexOf('.') + 1);
    return extension.matches("[A-Za-z0-9+#]{1,10}") ? extension : "";
  }

  private static String excerpt(Excerpt excerpt) {
    return excerpt.lines().stream()
        .map(CodeLine::text)
        .map(MarkdownReport::codeLine)
        .collect(Collectors.joining("\n"));
  }

  private static String codeLine(String text) {
    return Titles.cut(Glyphs.safe(text.replace("\t", "    ")), MAX_LINE);
  }

  private static void flow(TaintFlow flow, StringBuilder text) {
    text.append("\n<details><summary>Way of the data, ")
        .append(Statements.count(flow.steps().size(), "step"))
        .append("</summary>\n\n");
    int number = 1;
    for (TaintFlow.Step step : flow.steps()) {
      text.append(number++)
          .append(". ")
          .append(step.role().name().toLowerCase(Locale.ROOT))
          .append(' ')
          .append(code(step.place().path() + ":" + step.place().start().line()))
          .append(' ')
          .append(code(Titles.cut(firstLine(step.place().snippet()), 100)));
      if (!step.note().isBlank()) {
        text.append(": ").append(line(step.note()));
      }
      text.append('\n');
    }
    text.append("\n</details>\n");
  }

  private static String firstLine(String snippet) {
    return snippet.lines().findFirst().orElse("");
  }

  private void fix(Finding finding, StringBuilder text) {
    List<EditedLines> changes = EditedLines.of(finding, sources);
    if (changes.isEmpty()) {
      return;
    }
    StringBuilder diff = new StringBuilder();
    for (EditedLines change : changes) {
      change.removed().forEach(l -> diff.append('-').append(codeLine(l)).append('\n'));
      change.added().forEach(l -> diff.append('+').append(codeLine(l)).append('\n'));
    }
    text.append("\nFix:\n\n").append(block("diff", diff.toString().stripTrailing()));
  }

  private static void coverage(ReviewResult result, StringBuilder page) {
    Coverage coverage = result.coverage();
    page.append("\n<details><summary>What was examined</summary>\n\n- ")
        .append(Statements.count(coverage.examined().size(), "file"))
        .append(", ")
        .append(Statements.bytes(coverage.bytes()))
        .append(", with ")
        .append(Statements.count(coverage.rules(), "rule"))
        .append('\n');
    for (var reason : Statements.skips(coverage)) {
      page.append("- skipped as ")
          .append(reason.getKey())
          .append(": ")
          .append(reason.getValue())
          .append('\n');
    }
    List<String> gaps =
        Statements.incomplete(coverage).stream()
            .flatMap(file ->
                Statements.gaps(file).stream().map(gap -> code(file.path()) + ": " + line(gap)))
            .toList();
    gaps.stream().limit(TOP).forEach(gap -> page.append("- not fully: ").append(gap).append('\n'));
    if (gaps.size() > TOP) {
      page.append("- … and ").append(gaps.size() - TOP).append(" more\n");
    }
    coverage.notes().stream()
        .limit(TOP)
        .forEach(note -> page.append("- ").append(line(note)).append('\n'));
    page.append("\n</details>\n");
  }

  private static String label(Severity severity) {
    String id = severity.id();
    return id.substring(0, 1).toUpperCase(Locale.ROOT) + id.substring(1);
  }
}
