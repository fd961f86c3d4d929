package dev.coderev.review.report.html;

import dev.coderev.analysis.engine.FileOutcome;
import dev.coderev.analysis.source.Language;
import dev.coderev.review.report.fact.Statements;
import dev.coderev.review.result.Coverage;
import dev.coderev.review.result.ReviewResult;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What was examined and what was not, at the end of the page. */
final class CoverageSection {
  private static final int MOST = 300;

  private final Page page;

  /** What was examined in one language. */
  private record Share(int files, long lines, long bytes) {
    Share plus(Coverage.Examined file) {
      return new Share(files + 1, lines + file.lines(), bytes + file.bytes());
    }
  }

  CoverageSection(Page page) {
    this.page = page;
  }

  void write(ReviewResult result) throws IOException {
    Coverage coverage = result.coverage();
    page.raw("<section class=\"coverage\" aria-label=\"Coverage\">\n<h2>What was examined</h2>\n");
    if (coverage.examined().isEmpty()) {
      page.raw("<p class=\"note\">Nothing could be examined. This is not a clean result.</p>\n");
    } else {
      languages(coverage);
    }
    List<String> gaps = new ArrayList<>();
    Statements.incomplete(coverage)
        .forEach(file -> Statements.gaps(file).forEach(gap -> gaps.add(file.path() + ": " + gap)));
    list("Not fully examined", gaps, true);
    list("Notes on the run", coverage.notes(), true);
    List<String> notes = new ArrayList<>();
    coverage.examined().stream()
        .filter(Coverage.Examined::parsed)
        .forEach(file -> file.notes().forEach(note -> notes.add(noted(file.path(), note))));
    list("Noted while reading", notes, false);
    for (Map.Entry<String, Long> reason : Statements.skips(coverage)) {
      List<String> skipped =
          coverage.skipped().stream()
              .filter(skip -> skip.reason().id().equals(reason.getKey()))
              .map(skip -> skip.path() + (skip.detail().isBlank() ? "" : ": " + skip.detail()))
              .toList();
      list("Skipped as " + reason.getKey(), skipped, false);
    }
    page.raw("</section>\n");
  }

  private static String noted(String path, FileOutcome.Note note) {
    return path + (note.line() > 0 ? ":" + note.line() : "") + ": " + note.message();
  }

  private void languages(Coverage coverage) throws IOException {
    Map<Language, Share> shares = new TreeMap<>();
    Share all = new Share(0, 0, 0);
    for (Coverage.Examined file : coverage.examined()) {
      shares.put(
          file.language(), shares.getOrDefault(file.language(), new Share(0, 0, 0)).plus(file));
      all = all.plus(file);
    }
    page.raw("<table><thead><tr><th>Language</th><th class=\"num\">Files</th>");
    page.raw("<th class=\"num\">Lines</th><th class=\"num\">Size</th></tr></thead><tbody>\n");
    for (Map.Entry<Language, Share> entry : shares.entrySet()) {
      row(entry.getKey().id(), entry.getValue());
    }
    page.raw("</tbody><tfoot>\n");
    row("all", all);
    page.raw("</tfoot></table>\n");
  }

  private void row(String name, Share share) throws IOException {
    page.raw("<tr><td>").text(name).raw("</td><td class=\"num\">").text(share.files());
    page.raw("</td><td class=\"num\">").text(share.lines()).raw("</td><td class=\"num\">");
    page.text(Statements.bytes(share.bytes())).raw("</td></tr>\n");
  }

  private void list(String title, List<String> entries, boolean open) throws IOException {
    if (entries.isEmpty()) {
      return;
    }
    page.raw(open ? "<details open><summary>" : "<details><summary>");
    page.text(title).raw(" (").text(entries.size()).raw(")</summary>\n<ul>\n");
    for (String entry : entries.subList(0, Math.min(MOST, entries.size()))) {
      page.element("li", "class=\"path\"", entry).raw("\n");
    }
    if (entries.size() > MOST) {
      page.raw("<li class=\"more\">and ").text(entries.size() - MOST).raw(" more</li>\n");
    }
    page.raw("</ul></details>\n");
  }
}
