package dev.coderev.analysis.parse.yaml;

import org.jspecify.annotations.Nullable;

/** Tells where in a text the places lie that the YAML reader counts in code points. */
final class Offsets {
  private final int skipped;
  private final int length;
  private final int @Nullable [] table;

  /**
   * @param skipped how many characters of the text the reader has not seen
   */
  Offsets(String text, int skipped) {
    this.skipped = skipped;
    this.length = text.length();
    this.table = text.chars().anyMatch(c -> Character.isSurrogate((char) c)) ? table(text) : null;
  }

  private int[] table(String text) {
    int[] offsets = new int[text.codePointCount(skipped, length) + 1];
    int at = skipped;
    for (int i = 0; i < offsets.length; i++) {
      offsets[i] = at;
      at = at < length ? at + Character.charCount(text.codePointAt(at)) : at;
    }
    return offsets;
  }

  int at(int codePoints) {
    if (table == null) {
      return Math.min(skipped + codePoints, length);
    }
    return table[Math.min(codePoints, table.length - 1)];
  }
}
