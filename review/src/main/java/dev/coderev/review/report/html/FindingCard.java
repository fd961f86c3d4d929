package dev.coderev.review.report.html;

import dev.coderev.analysis.finding.Finding;
import dev.coderev.analysis.finding.Place;
import dev.coderev.analysis.finding.Suppression;
import dev.coderev.analysis.finding.TaintFlow;
import dev.coderev.analysis.rule.Rule;
import dev.coderev.review.report.code.CodeLine;
import dev.coderev.review.report.code.EditedLines;
import dev.coderev.review.report.code.Excerpt;
import dev.coderev.review.report.code.SourceTexts;
import dev.coderev.review.report.fact.Statements;
import dev.coderev.review.report.fact.Titles;
import dev.coderev.review.report.fact.Weakness;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One finding on the page: what, where, the code, the way of the data, the repair. */
final class FindingCard {
  private static final int CONTEXT = 2;
  private static final int MAX_LINE = 400;
  private static final int MAX_TITLE = 140;

  private final SourceTexts sources;
  private final Map<String, Rule> rules;
  private final Page page;

  FindingCard(SourceTexts sources, Map<String, Rule> rules, Page page) {
    this.sources = sources;
    this.rules = rules;
    this.page = page;
  }

  void write(Finding finding) throws IOException {
    String severity = finding.severity().id();
    page.raw("<article class=\"finding " + severity + "\" data-severity=\"" + severity);
    page.raw("\" data-rule=\"").text(finding.ruleId()).raw("\" data-path=\"");
    page.text(finding.place().path()).raw("\" id=\"f-").text(finding.fingerprint()).raw("\">\n");
    page.raw("<h4><span class=\"badge " + severity + "\">" + severity + "</span> ");
    page.prose(Titles.of(finding.message(), MAX_TITLE)).raw("</h4>\n");
    facts(finding);
    for (Suppression suppression : finding.suppression().stream().toList()) {
      page.element("p", "class=\"note\"", suppressed(suppression)).raw("\n");
    }
    String more = Titles.rest(finding.message(), MAX_TITLE);
    if (!more.isEmpty()) {
      page.raw("<p class=\"message\">").prose(more).raw("</p>\n");
    }
    excerpt(finding.place(), CONTEXT);
    if (finding.flow().isPresent()) {
      flow(finding.flow().get());
    }
    fix(finding);
    references(finding);
    page.raw("</article>\n");
  }

  private void facts(Finding finding) throws IOException {
    page.raw("<p class=\"facts\"><code>");
    page.text("line " + finding.place().start().line() + ":" + finding.place().start().column());
    page.raw("</code> <code>").text(finding.ruleId()).raw("</code> ");
    Rule rule = rules.get(finding.ruleId());
    if (rule != null) {
      for (Weakness weakness : Weakness.of(rule)) {
        page.link(weakness.page(), weakness.id()).raw(" ");
      }
      for (String owasp : rule.metadata().owasp()) {
        page.element("span", "", "OWASP " + owasp).raw(" ");
      }
    }
    page.element("span", "", finding.confidence().id() + " confidence").raw("</p>\n");
  }

  private static String suppressed(Suppression suppression) {
    String where =
        switch (suppression.kind()) {
          case IN_SOURCE -> "Suppressed in the code";
          case BASELINE -> "Already in the baseline";
        };
    return suppression.reason().isBlank() ? where : where + ": " + suppression.reason();
  }

  private void excerpt(Place place, int context) throws IOException {
    Excerpt excerpt = Excerpt.of(place, sources, context);
    if (excerpt.lines().isEmpty()) {
      return;
    }
    page.raw("<div class=\"code\">");
    for (CodeLine line : excerpt.lines()) {
      page.raw(line.isMarked() ? "<div class=\"hit\">" : "<div>");
      page.raw("<i>").text(line.number()).raw("</i><code>");
      page.text(start(line.before()));
      if (line.isMarked()) {
        page.element("mark", "", Titles.cut(line.marked(), MAX_LINE));
      }
      page.text(Titles.cut(line.after(), MAX_LINE)).raw("</code></div>");
    }
    if (excerpt.hidden() > 0) {
      page.raw("<div><i></i><code class=\"more\">… ");
      page.text(Statements.count(excerpt.hidden(), "more line")).raw("</code></div>");
    }
    page.raw("</div>\n");
  }

  /** The last characters before the marked ones are those worth seeing. */
  private static String start(String before) {
    if (before.length() <= MAX_LINE) {
      return before;
    }
    int from = before.length() - MAX_LINE / 2;
    return "…" + before.substring(Character.isLowSurrogate(before.charAt(from)) ? from + 1 : from);
  }

  private void flow(TaintFlow flow) throws IOException {
    page.raw("<details class=\"flow\"><summary>Way of the data: ");
    page.text(Statements.count(flow.steps().size(), "step")).raw("</summary>\n<ol>\n");
    for (TaintFlow.Step step : flow.steps()) {
      String role = step.role().name().toLowerCase(Locale.ROOT);
      page.raw("<li><span class=\"role " + role + "\">" + role + "</span> ");
      page.element("code", "", step.place().path() + ":" + step.place().start().line());
      page.raw(" ").text(step.note());
      excerpt(step.place(), 0);
      page.raw("</li>\n");
    }
    page.raw("</ol></details>\n");
  }

  private void fix(Finding finding) throws IOException {
    List<EditedLines> changes = EditedLines.of(finding, sources);
    if (changes.isEmpty()) {
      return;
    }
    page.raw("<details class=\"fix\" open><summary>Fix</summary>\n<div class=\"code diff\">");
    for (EditedLines change : changes) {
      int number = change.line();
      for (String removed : change.removed()) {
        edited("minus", "−", number++, removed);
      }
      number = change.line();
      for (String added : change.added()) {
        edited("plus", "+", number++, added);
      }
    }
    page.raw("</div></details>\n");
  }

  private void edited(String side, String sign, int number, String line) throws IOException {
    page.raw("<div class=\"" + side + "\"><i>").text(number).raw("</i><code>" + sign + " ");
    page.text(Titles.cut(line, MAX_LINE)).raw("</code></div>");
  }

  private void references(Finding finding) throws IOException {
    Rule rule = rules.get(finding.ruleId());
    if (rule == null) {
      return;
    }
    List<String> linked = Weakness.of(rule).stream().map(Weakness::page).toList();
    List<String> references =
        rule.metadata().references().stream()
            .filter(reference -> !linked.contains(reference))
            .toList();
    if (references.isEmpty()) {
      return;
    }
    page.raw("<p class=\"references\">Read more: ");
    String between = "";
    for (String reference : references) {
      page.raw(between).link(reference, reference);
      between = " · ";
    }
    page.raw("</p>\n");
  }
}
