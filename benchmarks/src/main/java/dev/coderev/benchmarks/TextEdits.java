package dev.coderev.benchmarks;

import dev.coderev.analysis.source.TextRange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Replacements in a text. */
final class TextEdits {
  private TextEdits() {}

  record Edit(TextRange range, String replacement) {}

  /** The text with all edits made; of overlapping ones only the first. */
  static String apply(String text, List<Edit> edits) {
    List<Edit> sorted = new ArrayList<>(edits);
    sorted.sort(Comparator.comparingInt(edit -> edit.range().start()));
    StringBuilder changed = new StringBuilder();
    int at = 0;
    for (Edit edit : sorted) {
      if (edit.range().start() >= at) {
        changed.append(text, at, edit.range().start()).append(edit.replacement());
        at = edit.range().end();
      }
    }
    return changed.append(text, at, text.length()).toString();
  }
}
