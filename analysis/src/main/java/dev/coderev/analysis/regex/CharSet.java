package dev.coderev.analysis.regex;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** A set of code points: sorted pairs of first and last, none touching the next. */
final class CharSet {
  static final int LAST = Character.MAX_CODE_POINT;
  static final CharSet NONE = new CharSet(new int[0]);
  static final CharSet ALL = range(0, LAST);
  static final CharSet LINE_END = of('\n');
  static final CharSet DIGIT = range('0', '9');
  static final CharSet LETTER = range('a', 'z').or(range('A', 'Z'));
  static final CharSet WORD = LETTER.or(DIGIT).or(of('_'));
  static final CharSet SPACE = range('\t', '\r').or(of(' '));

  private final int[] bounds;

  private CharSet(int[] bounds) {
    this.bounds = bounds;
  }

  static CharSet of(int character) {
    return range(character, character);
  }

  static CharSet range(int first, int last) {
    return new CharSet(new int[] {first, last});
  }

  CharSet or(CharSet other) {
    List<int[]> pairs = new ArrayList<>();
    addTo(pairs);
    other.addTo(pairs);
    pairs.sort((a, b) -> Integer.compare(a[0], b[0]));
    int[] merged = new int[pairs.size() * 2];
    int size = 0;
    for (int[] pair : pairs) {
      if (size > 0 && pair[0] <= merged[size - 1] + 1) {
        merged[size - 1] = Math.max(merged[size - 1], pair[1]);
      } else {
        merged[size++] = pair[0];
        merged[size++] = pair[1];
      }
    }
    return new CharSet(Arrays.copyOf(merged, size));
  }

  CharSet not() {
    int[] inverse = new int[bounds.length + 2];
    int size = 0;
    int next = 0;
    for (int i = 0; i < bounds.length; i += 2) {
      if (bounds[i] > next) {
        inverse[size++] = next;
        inverse[size++] = bounds[i] - 1;
      }
      next = bounds[i + 1] + 1;
    }
    if (next <= LAST) {
      inverse[size++] = next;
      inverse[size++] = LAST;
    }
    return new CharSet(Arrays.copyOf(inverse, size));
  }

  CharSet and(CharSet other) {
    int[] common = new int[bounds.length + other.bounds.length];
    int size = 0;
    int i = 0;
    int j = 0;
    while (i < bounds.length && j < other.bounds.length) {
      int first = Math.max(bounds[i], other.bounds[j]);
      int last = Math.min(bounds[i + 1], other.bounds[j + 1]);
      if (first <= last) {
        common[size++] = first;
        common[size++] = last;
      }
      if (bounds[i + 1] < other.bounds[j + 1]) {
        i += 2;
      } else {
        j += 2;
      }
    }
    return new CharSet(Arrays.copyOf(common, size));
  }

  boolean has(int character) {
    for (int i = 0; i < bounds.length; i += 2) {
      if (character <= bounds[i + 1]) {
        return character >= bounds[i];
      }
    }
    return false;
  }

  boolean isEmpty() {
    return bounds.length == 0;
  }

  /** Its smallest character; the set must have one. */
  int first() {
    return bounds[0];
  }

  /** With both cases of each ASCII letter that is in it. */
  CharSet anyCase() {
    CharSet all = this;
    for (int c = 'a'; c <= 'z'; c++) {
      int upper = c - 'a' + 'A';
      if (has(c) != has(upper)) {
        all = all.or(of(c)).or(of(upper));
      }
    }
    return all;
  }

  /** Where it begins, and the characters behind its parts: where membership changes. */
  void addChangesTo(Set<Integer> changes) {
    for (int i = 0; i < bounds.length; i += 2) {
      changes.add(bounds[i]);
      if (bounds[i + 1] < LAST) {
        changes.add(bounds[i + 1] + 1);
      }
    }
  }

  private void addTo(List<int[]> pairs) {
    for (int i = 0; i < bounds.length; i += 2) {
      pairs.add(new int[] {bounds[i], bounds[i + 1]});
    }
  }
}
