package dev.coderev.review.report.text;

import dev.coderev.analysis.finding.Finding;
import dev.coderev.analysis.finding.Place;
import dev.coderev.analysis.finding.Severity;
import dev.coderev.analysis.finding.TaintFlow;
import dev.coderev.review.report.code.CodeLine;
import dev.coderev.review.report.code.EditedLines;
import dev.coderev.review.report.code.Excerpt;
import dev.coderev.review.report.code.Glyphs;
import dev.coderev.review.report.code.SourceTexts;
import dev.coderev.review.report.fact.Statements;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The code below a finding in the terminal: the excerpt, the flow and the fix. */
final class CodePart {
  private static final String MARGIN = "    ";
  private static final int MAX_FIX_LINES = 12;

  private final SourceTexts sources;
  private final Paint paint;
  private final int width;

  CodePart(SourceTexts sources, Paint paint, int width) {
    this.sources = sources;
    this.paint = paint;
    this.width = width;
  }

  List<String> excerpt(Finding finding) {
    return excerpt(finding.place(), finding.severity(), 1, MARGIN);
  }

  List<String> flow(TaintFlow flow, Severity severity, String path) {
    List<String> lines = new ArrayList<>();
    lines.add(MARGIN + paint.strong("Flow"));
    for (TaintFlow.Step step : flow.steps()) {
      String role = String.format(Locale.ROOT, "%-6s", step.role().name().toLowerCase(Locale.ROOT));
      Place place = step.place();
      String where =
          (place.path().equals(path) ? "line " : Glyphs.safe(place.path()) + ":")
              + place.start().line();
      String note = step.note().isBlank() ? "" : "  " + Glyphs.safe(step.note());
      String head = MARGIN + "  " + role + "  " + where;
      if (Glyphs.cells(head + note) > width && !note.isEmpty()) {
        lines.add(paint.faint(head));
        Wrapping.wrap(step.note(), Math.max(20, width - 14))
            .forEach(part -> lines.add(" ".repeat(14) + part));
      } else {
        lines.add(paint.faint(head) + note);
      }
      lines.addAll(excerpt(place, severity, 0, MARGIN + "  "));
    }
    return lines;
  }

  List<String> fix(Finding finding) {
    List<EditedLines> changes = EditedLines.of(finding, sources);
    if (changes.isEmpty()) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    lines.add(MARGIN + paint.strong("Fix"));
    for (EditedLines change : changes) {
      int last = change.line() + Math.max(change.removed().size(), change.added().size());
      int digits = Integer.toString(last).length();
      int number = change.line();
      for (String removed : shown(change.removed())) {
        lines.add(paint.bad(side('-', number++, digits, removed)));
      }
      number = change.line();
      for (String added : shown(change.added())) {
        lines.add(paint.good(side('+', number++, digits, added)));
      }
    }
    return lines;
  }

  private static List<String> shown(List<String> lines) {
    if (lines.size() <= MAX_FIX_LINES) {
      return lines;
    }
    List<String> shown = new ArrayList<>(lines.subList(0, MAX_FIX_LINES - 1));
    shown.add("... " + Statements.count(lines.size() - MAX_FIX_LINES + 1, "more line"));
    return shown;
  }

  private String side(char sign, int number, int digits, String text) {
    String head = MARGIN + "  " + sign + " " + pad(number, digits) + " | ";
    DrawnLine drawn = DrawnLine.of(new CodeLine(number, text, 0, 0), room(head));
    return head + drawn.before() + drawn.after();
  }

  private List<String> excerpt(Place place, Severity severity, int context, String margin) {
    Excerpt excerpt = Excerpt.of(place, sources, context);
    if (excerpt.lines().isEmpty()) {
      return List.of();
    }
    int digits = Integer.toString(excerpt.lines().getLast().number()).length();
    List<String> lines = new ArrayList<>();
    for (CodeLine line : excerpt.lines()) {
      String head = margin + "  " + pad(line.number(), digits) + " | ";
      DrawnLine drawn = DrawnLine.of(line, room(head));
      lines.add(
          (paint.faint(head)
                  + drawn.before()
                  + paint.mark(severity, drawn.marked())
                  + drawn.after())
              .stripTrailing());
      if (line.isMarked() || line.number() == place.start().line()) {
        String carets = " ".repeat(drawn.caretColumn()) + "^".repeat(drawn.carets());
        String bar = margin + "  " + " ".repeat(digits) + " | ";
        lines.add(paint.faint(bar) + paint.mark(severity, carets));
      }
    }
    if (excerpt.hidden() > 0) {
      String bar = margin + "  " + " ".repeat(digits) + " | ";
      lines.add(paint.faint(bar + "... " + Statements.count(excerpt.hidden(), "more line")));
    }
    return lines;
  }

  private int room(String head) {
    return Math.max(20, width - head.length());
  }

  private static String pad(int number, int digits) {
    String text = Integer.toString(number);
    return " ".repeat(Math.max(0, digits - text.length())) + text;
  }
}
