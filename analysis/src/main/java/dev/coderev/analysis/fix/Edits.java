package dev.coderev.analysis.fix;

import dev.coderev.analysis.finding.TextEdit;
import dev.coderev.analysis.source.SourceFile;
import dev.coderev.analysis.source.TextRange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Edits of one text that do not touch each other, by place, none of them larger than it must be.
 */
public final class Edits {
  private final List<TextEdit> list;

  private Edits(List<TextEdit> list) {
    this.list = List.copyOf(list);
  }

  /**
   * The smallest edits that do the same to {@code file}, with line breaks as the file has them;
   * empty if the given ones overlap or reach beyond its end. An edit given twice counts once.
   */
  public static Optional<Edits> of(Collection<TextEdit> given, SourceFile file) {
    List<TextEdit> sorted =
        given.stream().distinct().sorted(Comparator.comparing(TextEdit::range)).toList();
    List<TextEdit> edits = new ArrayList<>();
    for (TextEdit edit : sorted) {
      if (edit.range().end() > file.text().length()) {
        return Optional.empty();
      }
      TextEdit smallest = smallest(edit, file.text());
      if (smallest.range().length() > 0 || !smallest.replacement().isEmpty()) {
        edits.add(smallest);
      }
    }
    for (int i = 1; i < sorted.size(); i++) {
      if (touch(sorted.get(i - 1).range(), sorted.get(i).range())) {
        return Optional.empty();
      }
    }
    return Optional.of(new Edits(edits));
  }

  /** Two edits at one place have no order, so they touch even if both only insert. */
  private static boolean touch(TextRange first, TextRange second) {
    return second.start() < first.end() || second.start() == first.start();
  }

  private static TextEdit smallest(TextEdit edit, String text) {
    String old = text.substring(edit.range().start(), edit.range().end());
    String replacement = withBreaksOf(text, edit.replacement());
    int shorter = Math.min(old.length(), replacement.length());
    int head = 0;
    while (head < shorter && old.charAt(head) == replacement.charAt(head)) {
      head++;
    }
    while (head > 0 && splits(old, head)) {
      head--;
    }
    while (head > 0 && splits(replacement, head)) {
      head--;
    }
    int tail = 0;
    while (tail < shorter - head
        && old.charAt(old.length() - 1 - tail)
            == replacement.charAt(replacement.length() - 1 - tail)) {
      tail++;
    }
    while (tail > 0
        && (splits(old, old.length() - tail) || splits(replacement, replacement.length() - tail))) {
      tail--;
    }
    return new TextEdit(
        new TextRange(edit.range().start() + head, edit.range().end() - tail),
        replacement.substring(head, replacement.length() - tail));
  }

  /** Whether a surrogate pair or a line break of two characters lies across {@code at}. */
  private static boolean splits(String text, int at) {
    return at > 0
        && at < text.length()
        && (Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at))
            || (text.charAt(at - 1) == '\r' && text.charAt(at) == '\n'));
  }

  private static String withBreaksOf(String text, String replacement) {
    if (replacement.indexOf('\n') < 0) {
      return replacement;
    }
    String plain = replacement.replace("\r\n", "\n");
    int first = text.indexOf('\n');
    return first > 0 && text.charAt(first - 1) == '\r' ? plain.replace("\n", "\r\n") : plain;
  }

  public List<TextEdit> list() {
    return list;
  }

  public boolean isEmpty() {
    return list.isEmpty();
  }

  public String applyTo(String text) {
    StringBuilder edited = new StringBuilder(text.length() + 64);
    int at = 0;
    for (TextEdit edit : list) {
      edited.append(text, at, edit.range().start()).append(edit.replacement());
      at = edit.range().end();
    }
    return edited.append(text, at, text.length()).toString();
  }

  /**
   * Whether what stood at {@code before} may stand at {@code after} in the edited text. A border
   * within an edit, or where one inserts, may lie on either side of it.
   */
  public boolean moves(TextRange before, TextRange after) {
    return isMoved(before.start(), after.start()) && isMoved(before.end(), after.end());
  }

  private boolean isMoved(int before, int after) {
    return after == moved(before, false) || after == moved(before, true);
  }

  /** The widest stretch of the edited text that holds what stood at {@code before}. */
  public TextRange widest(TextRange before) {
    return new TextRange(moved(before.start(), false), moved(before.end(), true));
  }

  /**
   * Where a place between two characters moves.
   *
   * @param behind whether a place within an edit, or where one inserts, moves behind it
   */
  private int moved(int place, boolean behind) {
    int shift = 0;
    for (TextEdit edit : list) {
      TextRange range = edit.range();
      boolean isInsertion = range.length() == 0;
      if (place < range.start() || (place == range.start() && !isInsertion)) {
        break;
      }
      int grown = edit.replacement().length() - range.length();
      if (place < range.end() || (place == range.end() && isInsertion)) {
        return behind ? range.end() + shift + grown : range.start() + shift;
      }
      shift += grown;
    }
    return place + shift;
  }
}
