package dev.coderev.review.report.code;

import dev.coderev.analysis.finding.Finding;
import dev.coderev.analysis.finding.Place;
import dev.coderev.analysis.finding.TextEdit;
import dev.coderev.analysis.source.Language;
import dev.coderev.analysis.source.SourceFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Lines that a fix takes away and those it puts in their place.
 *
 * @param line 1-based number of the first line
 */
public record EditedLines(int line, List<String> removed, List<String> added) {
  public EditedLines {
    removed = List.copyOf(removed);
    added = List.copyOf(added);
  }

  /** What the fix of {@code finding} changes; empty without a fix or without the text it needs. */
  public static List<EditedLines> of(Finding finding, SourceTexts sources) {
    if (finding.fix().isEmpty()) {
      return List.of();
    }
    Place place = finding.place();
    return sources
        .holding(place)
        .map(file -> new Base(file, 0, 1))
        .orElseGet(() -> Base.firstLineOf(place))
        .edited(finding.fix());
  }

  /**
   * The text that is edited.
   *
   * @param offset of its first character in the whole file
   * @param line number of its first line in the whole file
   */
  private record Base(SourceFile text, int offset, int line) {

    /** The line breaks after the first line of a place are not known, so only that line is. */
    static Base firstLineOf(Place place) {
      String first = place.lines().isEmpty() ? "" : place.lines().getFirst();
      return new Base(
          new SourceFile(place.path(), Language.TEXT, first),
          place.range().start() - (place.start().column() - 1),
          place.start().line());
    }

    List<EditedLines> edited(List<TextEdit> fix) {
      List<TextEdit> edits = fix.stream().sorted(Comparator.comparing(TextEdit::range)).toList();
      return areApplicable(edits) ? change(edits) : List.of();
    }

    private boolean areApplicable(List<TextEdit> edits) {
      int at = offset;
      for (TextEdit edit : edits) {
        if (edit.range().start() < at || edit.range().end() - offset > text.text().length()) {
          return false;
        }
        at = edit.range().end();
      }
      return true;
    }

    /** Edits on the same lines are one change. */
    private List<EditedLines> change(List<TextEdit> edits) {
      List<EditedLines> changes = new ArrayList<>();
      int next = 0;
      while (next < edits.size()) {
        int from = firstLine(edits.get(next));
        int to = from;
        int at = text.lineStart(from);
        StringBuilder after = new StringBuilder();
        while (next < edits.size() && firstLine(edits.get(next)) <= to) {
          TextEdit edit = edits.get(next++);
          after.append(text.text(), at, edit.range().start() - offset).append(edit.replacement());
          at = edit.range().end() - offset;
          to = Math.max(to, text.lineAt(at));
        }
        after.append(text.text(), at, Math.max(at, text.lineStart(to) + text.line(to).length()));
        List<String> before = IntStream.rangeClosed(from, to).mapToObj(text::line).toList();
        changes.add(trimmed(line + from - 1, before, after.toString().lines().toList()));
      }
      return changes;
    }

    private int firstLine(TextEdit edit) {
      return text.lineAt(edit.range().start() - offset);
    }
  }

  /** Without the lines that both sides begin or end with. */
  private static EditedLines trimmed(int line, List<String> removed, List<String> added) {
    int shorter = Math.min(removed.size(), added.size());
    int head = 0;
    while (head < shorter && removed.get(head).equals(added.get(head))) {
      head++;
    }
    int tail = 0;
    while (tail < shorter - head
        && removed.get(removed.size() - 1 - tail).equals(added.get(added.size() - 1 - tail))) {
      tail++;
    }
    return new EditedLines(
        line + head,
        removed.subList(head, removed.size() - tail),
        added.subList(head, added.size() - tail));
  }
}
