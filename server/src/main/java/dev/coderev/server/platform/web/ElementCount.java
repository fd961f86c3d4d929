package dev.coderev.server.platform.web;

import dev.coderev.server.platform.error.Problem;
import dev.coderev.server.platform.error.ProblemCode;

/** Counts the elements of the arrays in JSON that goes by, and refuses arrays that are too long. */
final class ElementCount {
  static final int MOST = 10_000;

  /** Deeper than any JSON that is read. */
  private static final int DEPTH = 80;

  private static final int OBJECT = -1;

  private final int[] commas = new int[DEPTH];
  private int depth;
  private boolean inText;
  private boolean escaped;

  /**
   * Looks at the next bytes.
   *
   * @throws Problem if an array has too many elements
   */
  void see(byte[] bytes, int from, int length) {
    for (int i = from; i < from + length; i++) {
      see(bytes[i]);
    }
  }

  void see(int character) {
    if (inText) {
      if (escaped) {
        escaped = false;
      } else if (character == '\\') {
        escaped = true;
      } else if (character == '"') {
        inText = false;
      }
      return;
    }
    switch (character) {
      case '"' -> inText = true;
      case '[' -> open(0);
      case '{' -> open(OBJECT);
      case ']', '}' -> depth = Math.max(0, depth - 1);
      case ',' -> count();
      default -> {}
    }
  }

  private void open(int kind) {
    if (depth < DEPTH) {
      commas[depth] = kind;
    }
    depth++;
  }

  private void count() {
    int level = depth - 1;
    if (level >= 0 && level < DEPTH && commas[level] != OBJECT && ++commas[level] >= MOST) {
      throw Problem.of(
          ProblemCode.MALFORMED_REQUEST, "An array may have at most " + MOST + " elements.");
    }
  }
}
