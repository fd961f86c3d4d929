package dev.coderev.review.report.text;

import dev.coderev.review.report.code.CodeLine;
import dev.coderev.review.report.code.Glyphs;
import java.util.ArrayList;
import java.util.List;

/**
 * A line of code as it fits a terminal: characters made safe, tabs as blanks, and where it is too
 * wide, cut around the marked stretch.
 *
 * @param before shown before the marked stretch
 * @param marked the marked stretch as shown; empty where nothing is marked
 * @param after shown after it
 */
record DrawnLine(String before, String marked, String after) {
  private static final String CUT = "...";

  /** One character of the line, and how it is shown. */
  private record Glyph(String shown, int cells, boolean marked, int unit) {}

  static DrawnLine of(CodeLine line, int width) {
    List<Glyph> glyphs = glyphs(line);
    int total = glyphs.stream().mapToInt(Glyph::cells).sum();
    if (total <= width) {
      return drawn(glyphs, 0, glyphs.size(), line, "", "");
    }
    int room = Math.max(1, width - 2 * CUT.length());
    int first = firstMarked(glyphs);
    int from = first;
    int used = 0;
    int to = first;
    while (to < glyphs.size() && glyphs.get(to).marked() && used + glyphs.get(to).cells() <= room) {
      used += glyphs.get(to++).cells();
    }
    int lead = Math.min(room - used, Math.max(room / 3, room - used - cellsFrom(glyphs, to)));
    while (from > 0 && glyphs.get(from - 1).cells() <= lead) {
      lead -= glyphs.get(--from).cells();
      used += glyphs.get(from).cells();
    }
    while (to < glyphs.size() && used + glyphs.get(to).cells() <= room) {
      used += glyphs.get(to++).cells();
    }
    return drawn(glyphs, from, to, line, from > 0 ? CUT : "", to < glyphs.size() ? CUT : "");
  }

  int caretColumn() {
    return Glyphs.cells(before);
  }

  /** How many carets stand below the marked stretch, at least one. */
  int carets() {
    return Math.max(1, Glyphs.cells(marked));
  }

  private static List<Glyph> glyphs(CodeLine line) {
    List<Glyph> glyphs = new ArrayList<>();
    int column = 0;
    int unit = 0;
    while (unit < line.text().length()) {
      int codePoint = line.text().codePointAt(unit);
      String shown =
          codePoint == '\t' ? " ".repeat(Glyphs.TAB - column % Glyphs.TAB) : Glyphs.of(codePoint);
      int cells = Glyphs.cells(shown);
      int next = unit + Character.charCount(codePoint);
      glyphs.add(new Glyph(shown, cells, unit < line.to() && next > line.from(), unit));
      column += cells;
      unit = next;
    }
    return glyphs;
  }

  private static int firstMarked(List<Glyph> glyphs) {
    for (int i = 0; i < glyphs.size(); i++) {
      if (glyphs.get(i).marked()) {
        return i;
      }
    }
    return 0;
  }

  private static int cellsFrom(List<Glyph> glyphs, int from) {
    return glyphs.subList(from, glyphs.size()).stream().mapToInt(Glyph::cells).sum();
  }

  private static DrawnLine drawn(
      List<Glyph> glyphs, int from, int to, CodeLine line, String cutBefore, String cutAfter) {
    StringBuilder before = new StringBuilder(cutBefore);
    StringBuilder marked = new StringBuilder();
    StringBuilder after = new StringBuilder();
    for (Glyph glyph : glyphs.subList(from, to)) {
      StringBuilder part =
          glyph.marked() ? marked : glyph.unit() < line.from() || !line.isMarked() ? before : after;
      part.append(glyph.shown());
    }
    after.append(cutAfter);
    return new DrawnLine(before.toString(), marked.toString(), after.toString());
  }
}
