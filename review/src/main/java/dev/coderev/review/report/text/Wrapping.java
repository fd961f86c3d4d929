package dev.coderev.review.report.text;

import dev.coderev.review.report.code.Glyphs;
import java.util.ArrayList;
import java.util.List;

/** Running text broken into lines of a given width. */
final class Wrapping {
  private Wrapping() {}

  /**
   * The lines of {@code text}, safe to show. Line breaks within it stay; a word that is wider than
   * a line stands alone, broken where it must be.
   */
  static List<String> wrap(String text, int width) {
    List<String> lines = new ArrayList<>();
    Glyphs.safeLines(text.strip()).lines().forEach(paragraph -> wrap(paragraph, width, lines));
    return lines;
  }

  private static void wrap(String paragraph, int width, List<String> lines) {
    StringBuilder line = new StringBuilder();
    int used = 0;
    for (String word : paragraph.strip().split(" +")) {
      String rest = word;
      int cells = Glyphs.cells(rest);
      if (used > 0 && used + 1 + cells > width) {
        lines.add(line.toString());
        line.setLength(0);
        used = 0;
      }
      while (cells > width) {
        int cut = unitsWithin(rest, width);
        lines.add(rest.substring(0, cut));
        rest = rest.substring(cut);
        cells = Glyphs.cells(rest);
      }
      if (used > 0) {
        line.append(' ');
        used++;
      }
      line.append(rest);
      used += cells;
    }
    lines.add(line.toString());
  }

  private static int unitsWithin(String text, int cells) {
    int units = 0;
    int used = 0;
    while (units < text.length()) {
      int codePoint = text.codePointAt(units);
      used += Glyphs.cells(Character.toString(codePoint));
      if (used > cells && units > 0) {
        break;
      }
      units += Character.charCount(codePoint);
    }
    return units;
  }
}
