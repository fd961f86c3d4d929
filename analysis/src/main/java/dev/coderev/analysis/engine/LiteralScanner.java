package dev.coderev.analysis.engine;

import dev.coderev.analysis.pattern.Requirement.Literal;
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
 * there.
 */
final class LiteralScanner {
  private static final int NONE = -1;

  private final List<Literal> literals;
  private final char[] classes = new char[Character.MAX_VALUE + 1];
  private final int classCount;

  /** By state and class: twice the row offset of the next state, plus 1 if literals end there. */
  private final int[] next;

  /** By state: the literals that end there. */
  private final int[][] ending;

  /**
   * @param ignoreCase whether ASCII letters are the same in either case
   */
  LiteralScanner(List<Literal> literals, boolean ignoreCase) {
    this.literals = List.copyOf(literals);
    int count = 1;
    for (Literal literal : this.literals) {
      for (int i = 0; i < literal.text().length(); i++) {
        char c = literal.text().charAt(i);
        if (classes[c] == 0) {
          classes[c] = (char) count;
          if (ignoreCase && c < 128) {
            classes[Character.toLowerCase(c)] = (char) count;
            classes[Character.toUpperCase(c)] = (char) count;
          }
          count++;
        }
      }
    }
    this.classCount = count;
    List<int[]> children = new ArrayList<>();
    List<int[]> ends = new ArrayList<>();
    addState(children, ends);
    for (int id = 0; id < this.literals.size(); id++) {
      insert(this.literals.get(id).text(), id, children, ends);
    }
    this.ending = ends.toArray(int[][]::new);
    this.next = link(children);
  }

  private void addState(List<int[]> children, List<int[]> ends) {
    int[] row = new int[classCount];
    Arrays.fill(row, NONE);
    children.add(row);
    ends.add(new int[0]);
  }

  private void insert(String text, int id, List<int[]> children, List<int[]> ends) {
    int state = 0;
    for (int i = 0; i < text.length(); i++) {
      int[] row = children.get(state);
      int to = classes[text.charAt(i)];
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
    int[] table = new int[children.size() * classCount];
    for (int state = 0; state < children.size(); state++) {
      int[] row = children.get(state);
      for (int c = 0; c < classCount; c++) {
        table[state * classCount + c] =
            (row[c] * classCount) << 1 | (ending[row[c]].length > 0 ? 1 : 0);
      }
    }
    return table;
  }

  /** The indexes of the literals that occur in {@code text}. */
  BitSet find(String text) {
    BitSet found = new BitSet(literals.size());
    if (literals.isEmpty()) {
      return found;
    }
    int state = 0;
    int length = text.length();
    for (int i = 0; i < length; i++) {
      state = next[(state >> 1) + classes[text.charAt(i)]];
      if ((state & 1) != 0) {
        for (int id : ending[(state >> 1) / classCount]) {
          if (!found.get(id) && stands(literals.get(id), text, i + 1)) {
            found.set(id);
          }
        }
      }
    }
    return found;
  }

  private static boolean stands(Literal literal, String text, int end) {
    int start = end - literal.text().length();
    return !literal.word()
        || ((start == 0 || !isWordPart(text.charAt(start - 1)))
            && (end == text.length() || !isWordPart(text.charAt(end))));
  }

  private static boolean isWordPart(char c) {
    return c == '_' || Character.isLetterOrDigit(c);
  }
}
