package dev.coderev.review.report.html;

import dev.coderev.analysis.finding.Finding;
import dev.coderev.analysis.finding.Severity;
import dev.coderev.review.report.code.SourceTexts;
import dev.coderev.review.report.fact.Statements;
import dev.coderev.review.result.ChangeSummary;
import dev.coderev.review.result.ReviewResult;
import dev.coderev.review.result.Verdict;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The report as one web page: nothing is loaded from elsewhere, the only script filters what is
 * shown, and a content security policy forbids everything else.
 */
public final class HtmlReport {
  private static final int TOP = 8;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH);

  private final SourceTexts sources;
  private final boolean showSuppressed;

  public HtmlReport(SourceTexts sources, boolean showSuppressed) {
    this.sources = sources;
    this.showSuppressed = showSuppressed;
  }

  public void write(ReviewResult result, OutputStream out) throws IOException {
    Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    Page page = new Page(writer);
    List<Finding> shown = showSuppressed ? result.findings() : result.active();
    head(result, page);
    page.raw("<body>\n");
    banner(result, page);
    page.raw("<main>\n");
    summary(result, page);
    findings(result, shown, page);
    new CoverageSection(page).write(result);
    page.raw("</main>\n<footer>Written by CodeRev ").text(result.toolVersion());
    page.raw(". Findings are advice: read them with the code beside you.</footer>\n");
    String script = Page.resource("report.js");
    page.raw("<script>").raw(script).raw("</script>\n</body>\n</html>\n");
    writer.flush();
  }

  private static String projectName(ReviewResult result) {
    return Optional.ofNullable(result.root().getFileName()).map(Path::toString).orElse("/");
  }

  private static void head(ReviewResult result, Page page) throws IOException {
    String style = Page.resource("report.css");
    String policy =
        "default-src 'none'; style-src "
            + Page.policyHash(style)
            + "; script-src "
            + Page.policyHash(Page.resource("report.js"))
            + "; base-uri 'none'; form-action 'none'";
    page.raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    page.raw("<meta http-equiv=\"Content-Security-Policy\" content=\"" + policy + "\">\n");
    page.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    page.raw("<meta name=\"color-scheme\" content=\"light dark\">\n<title>");
    page.text("CodeRev report: " + projectName(result)).raw("</title>\n");
    page.raw("<style>").raw(style).raw("</style>\n</head>\n");
  }

  private static void banner(ReviewResult result, Page page) throws IOException {
    page.raw("<header>\n<div class=\"brand\">CodeRev</div>\n");
    page.element("h1", "", projectName(result)).raw("\n<p class=\"when\">");
    page.text(TIME.format(result.started().atOffset(ZoneOffset.UTC)));
    page.raw(" · ").text(Statements.count(result.coverage().examined().size(), "file"));
    page.raw(" examined with ").text(Statements.count(result.coverage().rules(), "rule"));
    page.raw(" in ").text(Statements.duration(result.duration())).raw("</p>\n");
    page.element(
        "p", "class=\"verdict " + result.verdict().id() + "\"", Statements.verdict(result));
    page.raw("\n</header>\n");
  }

  private static void summary(ReviewResult result, Page page) throws IOException {
    page.raw("<section class=\"summary\" aria-label=\"Summary\">\n<div class=\"tiles\">\n");
    for (Severity severity : Statements.worstFirst()) {
      int count = result.counts().getOrDefault(severity, 0);
      page.raw("<div class=\"tile " + severity.id() + (count == 0 ? " none" : "") + "\"><b>");
      page.text(count).raw("</b><span>" + severity.id() + "</span></div>\n");
    }
    page.raw("<div class=\"tile suppressed\"><b>").text(result.suppressed().size());
    page.raw("</b><span>suppressed</span></div>\n");
    if (result.change().isPresent() && result.verdict() != Verdict.NOT_REVIEWED) {
      page.raw("<div class=\"tile score\"><b>").text(result.score().value());
      page.raw("</b><span>score of 100</span></div>\n");
    }
    page.raw("</div>\n");
    bar(result, page);
    if (result.change().isPresent()) {
      change(result.change().get(), page);
    }
    if (!result.active().isEmpty()) {
      page.raw("<div class=\"tops\">\n");
      top("Most frequent rules", result.active(), Finding::ruleId, page);
      top("Files with most findings", result.active(), f -> f.place().path(), page);
      page.raw("</div>\n");
    }
    page.raw("</section>\n");
  }

  /** The shares of the severities as one bar. */
  private static void bar(ReviewResult result, Page page) throws IOException {
    int total = result.active().size();
    if (total == 0) {
      return;
    }
    page.raw(
        "<svg class=\"bar\" viewBox=\"0 0 1000 10\" preserveAspectRatio=\"none\" role=\"img\"");
    page.raw(" aria-label=\"").text(Statements.severities(result)).raw("\">");
    double x = 0;
    for (Severity severity : Statements.worstFirst()) {
      double width = 1000.0 * result.counts().getOrDefault(severity, 0) / total;
      if (width > 0) {
        page.raw(
            String.format(
                Locale.ROOT,
                "<rect class=\"%s\" x=\"%.1f\" y=\"0\" width=\"%.1f\" height=\"10\"/>",
                severity.id(),
                x,
                width));
      }
      x += width;
    }
    page.raw("</svg>\n");
  }

  private static void change(ChangeSummary change, Page page) throws IOException {
    page.raw("<details class=\"change\"><summary>Change <b>").text(change.description());
    page.raw("</b>: ").text(Statements.count(change.files().size(), "file"));
    page.raw(", <span class=\"plus\">+").text(change.added());
    page.raw("</span> <span class=\"minus\">−").text(change.removed());
    page.raw("</span> lines</summary>\n<table><thead><tr><th>File</th><th>What</th>");
    page.raw("<th class=\"num\">Added</th><th class=\"num\">Removed</th></tr></thead><tbody>\n");
    for (ChangeSummary.ChangedFile file : change.files()) {
      page.raw("<tr><td class=\"path\">").text(file.path()).raw("</td><td>");
      page.text(file.kind().name().toLowerCase(Locale.ROOT)).raw("</td><td class=\"num\">");
      page.text(file.added()).raw("</td><td class=\"num\">").text(file.removed());
      page.raw("</td></tr>\n");
    }
    page.raw("</tbody></table></details>\n");
  }

  private static void top(
      String title, List<Finding> findings, Function<Finding, String> key, Page page)
      throws IOException {
    Map<String, List<Finding>> groups =
        findings.stream()
            .collect(Collectors.groupingBy(key, LinkedHashMap::new, Collectors.toList()));
    List<Map.Entry<String, List<Finding>>> ranked =
        groups.entrySet().stream()
            .sorted(
                Comparator.comparingInt(
                        (Map.Entry<String, List<Finding>> e) -> -e.getValue().size())
                    .thenComparing(e -> worst(e.getValue()), Comparator.reverseOrder())
                    .thenComparing(Map.Entry::getKey))
            .toList();
    page.raw("<table><caption>").text(title).raw("</caption><tbody>\n");
    for (Map.Entry<String, List<Finding>> entry : ranked.subList(0, Math.min(TOP, ranked.size()))) {
      String worst = worst(entry.getValue()).id();
      page.raw(
          "<tr><td class=\"mark\"><i class=\"dot "
              + worst
              + "\" title=\""
              + worst
              + "\"></i></td>");
      page.raw("<td class=\"path\">").text(entry.getKey()).raw("</td><td class=\"num\">");
      page.text(entry.getValue().size()).raw("</td></tr>\n");
    }
    if (ranked.size() > TOP) {
      page.raw("<tr><td></td><td class=\"more\">and ").text(ranked.size() - TOP);
      page.raw(" more</td><td></td></tr>\n");
    }
    page.raw("</tbody></table>\n");
  }

  private static Severity worst(List<Finding> findings) {
    return findings.stream()
        .map(Finding::severity)
        .max(Comparator.naturalOrder())
        .orElse(Severity.INFO);
  }

  private void findings(ReviewResult result, List<Finding> shown, Page page) throws IOException {
    page.raw("<section class=\"findings\" aria-label=\"Findings\">\n<h2>Findings</h2>\n");
    if (shown.isEmpty()) {
      page.element("p", "class=\"empty\"", Statements.verdict(result)).raw("\n</section>\n");
      return;
    }
    filters(shown, page);
    FindingCard card = new FindingCard(sources, result.rules(), page);
    String path = "";
    for (Finding finding : shown) {
      if (!finding.place().path().equals(path)) {
        page.raw(path.isEmpty() ? "" : "</section>\n");
        path = finding.place().path();
        page.raw("<section class=\"file\">\n").element("h3", "class=\"path\"", path).raw("\n");
      }
      card.write(finding);
    }
    page.raw("</section>\n</section>\n");
  }

  private static void filters(List<Finding> shown, Page page) throws IOException {
    page.raw("<div class=\"filters\" id=\"filters\" hidden>\n");
    for (Severity severity : Statements.worstFirst()) {
      long count = shown.stream().filter(finding -> finding.severity() == severity).count();
      if (count > 0) {
        page.raw("<label class=\"" + severity.id() + "\"><input type=\"checkbox\" value=\"");
        page.raw(severity.id() + "\" checked> " + severity.id() + " ").text(count);
        page.raw("</label>\n");
      }
    }
    page.raw("<select id=\"rule\" aria-label=\"Rule\"><option value=\"\">all rules</option>\n");
    for (String rule : shown.stream().map(Finding::ruleId).distinct().sorted().toList()) {
      page.element("option", "", rule).raw("\n");
    }
    page.raw("</select>\n<input id=\"file\" type=\"search\" placeholder=\"file name\"");
    page.raw(" aria-label=\"File name\">\n<output id=\"shown\"></output>\n</div>\n");
  }
}
