package dev.coderev.model.sampling;

/**
 * Tokens that come out by falling logit, of equals the first: made in linear time, because usually
 * few are taken of a hundred thousand.
 */
final class TokenHeap {

  /** Above: the logit's bits in the order of integers; below: the inverted token. */
  private final long[] entries;

  private int size;

  TokenHeap(float[] logits) {
    entries = new long[logits.length];
    size = logits.length;
    for (int i = 0; i < size; i++) {
      int bits = Float.floatToIntBits(logits[i]);
      int ordered = bits ^ ((bits >> 31) & 0x7fffffff);
      entries[i] = ((long) ordered << 32) | (~i & 0xffffffffL);
    }
    for (int i = size / 2 - 1; i >= 0; i--) {
      sink(i);
    }
  }

  int size() {
    return size;
  }

  int peek() {
    return ~(int) entries[0];
  }

  int pop() {
    int token = peek();
    entries[0] = entries[--size];
    sink(0);
    return token;
  }

  private void sink(int from) {
    int at = from;
    long entry = entries[at];
    for (int child = 2 * at + 1; child < size; child = 2 * at + 1) {
      if (child + 1 < size && entries[child + 1] > entries[child]) {
        child++;
      }
      if (entries[child] <= entry) {
        break;
      }
      entries[at] = entries[child];
      at = child;
    }
    entries[at] = entry;
  }
}
