package dev.coderev.analysis.tree;

import java.util.Arrays;

/** Numbers for texts, the same for equal ones: 0, 1, 2 … in the order in which they come. */
final class TextTable {
  private static final int FEW = 64;

  private String[] texts = new String[FEW];
  private int size;

  /** Open addressing: one more than the number of a text, 0 where there is none. */
  private int[] slots = new int[4 * FEW];

  int idOf(String text) {
    int mask = slots.length - 1;
    int at = spread(text.hashCode()) & mask;
    while (slots[at] != 0) {
      int id = slots[at] - 1;
      if (texts[id].equals(text)) {
        return id;
      }
      at = (at + 1) & mask;
    }
    if (size == texts.length) {
      grow();
      return idOf(text);
    }
    texts[size] = text;
    slots[at] = ++size;
    return size - 1;
  }

  /** The number of a text that came, or -1. */
  int find(String text) {
    int mask = slots.length - 1;
    int at = spread(text.hashCode()) & mask;
    while (slots[at] != 0) {
      if (texts[slots[at] - 1].equals(text)) {
        return slots[at] - 1;
      }
      at = (at + 1) & mask;
    }
    return -1;
  }

  int size() {
    return size;
  }

  String text(int id) {
    return texts[id];
  }

  private static int spread(int hash) {
    return hash ^ (hash >>> 16);
  }

  private void grow() {
    texts = Arrays.copyOf(texts, 2 * size);
    slots = new int[4 * texts.length];
    int mask = slots.length - 1;
    for (int id = 0; id < size; id++) {
      int at = spread(texts[id].hashCode()) & mask;
      while (slots[at] != 0) {
        at = (at + 1) & mask;
      }
      slots[at] = id + 1;
    }
  }
}
