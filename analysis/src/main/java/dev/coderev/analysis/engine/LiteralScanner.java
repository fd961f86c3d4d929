package dev.coderev.analysis.engine;

import dev.coderev.analysis.pattern.Requirement.Literal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/**
 * An automaton that finds which of many literals occur in a text, in one pass (Aho and Corasick,
 * 1975). Immutable; safe to share.
 *
 * <p>Characters fall into classes: one for each character that some literal has, and class 0 for
 * all others. A transition holds the next state's row, and its lowest bit says that a literal ends
 * there. The automaton does not tell ASCII letters by case; where a literal does, it is compared
 * once more. Texts are scanned as Latin-1, so a literal with other characters is taken to occur.
 */
final class LiteralScanner {
  private static final int NONE = -1;

  private final List<Literal> literals;
  private final int[] classes = new int[256];
  private final int classCount;

  /** A row of the table has this many entries, as a power of two. */
  private final int rowBits;

  /** By state and class: twice the row offset of the next state, plus 1 if literals end there. */
  private final int[] next;

  /** By state: the literals that end there. */
  private final int[][] ending;

  /** By literal: its characters as Latin-1. */
  private final byte[][] texts;

  private final BitSet always = new BitSet();

  LiteralScanner(List<Literal> literals) {
    this.literals = List.copyOf(literals);
    this.texts = literals.stream().map(literal -> bytes(literal.text())).toArray(byte[][]::new);
    int count = 1;
    for (byte[] text : texts) {
      for (byte at : text) {
        int c = at & 0xff;
        if (classes[c] == 0) {
          classes[c] = count;
          if (c < 128) {
            classes[Character.toLowerCase(c)] = count;
            classes[Character.toUpperCase(c)] = count;
          }
          count++;
        }
      }
    }
    this.classCount = count;
    this.rowBits = 32 - Integer.numberOfLeadingZeros(count - 1);
    List<int[]> children = new ArrayList<>();
    List<int[]> ends = new ArrayList<>();
    addState(children, ends);
    for (int id = 0; id < this.literals.size(); id++) {
      String text = this.literals.get(id).text();
      if (text.chars().allMatch(c -> c < 256)) {
        insert(texts[id], id, children, ends);
      } else {
        always.set(id);
      }
    }
    this.ending = ends.toArray(int[][]::new);
    this.next = link(children);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private void addState(List<int[]> children, List<int[]> ends) {
    int[] row = new int[classCount];
    Arrays.fill(row, NONE);
    children.add(row);
    ends.add(new int[0]);
  }

  private void insert(byte[] text, int id, List<int[]> children, List<int[]> ends) {
    int state = 0;
    for (byte at : text) {
      int[] row = children.get(state);
      int to = classes[at & 0xff];
      if (row[to] == NONE) {
        row[to] = children.size();
        addState(children, ends);
      }
      state = row[to];
    }
    ends.set(state, with(ends.get(state), new int[] {id}));
  }

  private static int[] with(int[] some, int[] more) {
    int[] all = Arrays.copyOf(some, some.length + more.length);
    System.arraycopy(more, 0, all, some.length, more.length);
    return all;
  }

  /** Completes the tree of literals by the transitions of failed matches, breadth first. */
  private int[] link(List<int[]> children) {
    int[] failure = new int[children.size()];
    Deque<Integer> queue = new ArrayDeque<>();
    int[] root = children.getFirst();
    for (int c = 0; c < classCount; c++) {
      if (root[c] == NONE) {
        root[c] = 0;
      } else {
        queue.add(root[c]);
      }
    }
    while (!queue.isEmpty()) {
      int state = queue.remove();
      ending[state] = with(ending[state], ending[failure[state]]);
      int[] row = children.get(state);
      int[] fallback = children.get(failure[state]);
      for (int c = 0; c < classCount; c++) {
        if (row[c] == NONE) {
          row[c] = fallback[c];
        } else {
          failure[row[c]] = fallback[c];
          queue.add(row[c]);
        }
      }
    }
    int[] table = new int[children.size() << rowBits];
    for (int state = 0; state < children.size(); state++) {
      int[] row = children.get(state);
      for (int c = 0; c < classCount; c++) {
        table[(state << rowBits) + c] =
            row[c] << rowBits << 1 | (ending[row[c]].length > 0 ? 1 : 0);
      }
    }
    return table;
  }

  /** The indexes of the literals that occur in {@code text}. */
  BitSet find(String text) {
    BitSet found = new BitSet(literals.size());
    found.or(always);
    if (literals.isEmpty()) {
      return found;
    }
    boolean[] done = new boolean[ending.length];
    byte[] latin = bytes(text);
    int[] table = next;
    int[] classOf = classes;
    int state = 0;
    for (int i = 0; i < latin.length; i++) {
      state = table[(state >> 1) + classOf[latin[i] & 0xff]];
      if ((state & 1) != 0) {
        int at = state >> 1 >> rowBits;
        if (!done[at]) {
          done[at] = mark(ending[at], latin, i + 1, found);
        }
      }
    }
    return found;
  }

  /** Whether all of these literals are found by now. */
  private boolean mark(int[] ids, byte[] latin, int end, BitSet found) {
    boolean all = true;
    for (int id : ids) {
      if (found.get(id) || stands(id, latin, end)) {
        found.set(id);
      } else {
        all = false;
      }
    }
    return all;
  }

  private boolean stands(int id, byte[] latin, int end) {
    Literal literal = literals.get(id);
    byte[] text = texts[id];
    int start = end - text.length;
    if (literal.word()
        && ((start > 0 && isWordPart(latin[start - 1]))
            || (end < latin.length && isWordPart(latin[end])))) {
      return false;
    }
    for (int i = 0; i < text.length && !literal.ignoreCase(); i++) {
      if (latin[start + i] != text[i]) {
        return false;
      }
    }
    return true;
  }

  private static boolean isWordPart(byte latin) {
    int c = latin & 0xff;
    return c == '_' || Character.isLetterOrDigit(c);
  }
}
