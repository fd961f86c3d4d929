package dev.coderev.review.report.code;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * GitHub's hashes of the lines of a file: what {@code primaryLocationLineHash} holds.
 *
 * <p>With spaces and tabs left out, line breaks made one character, the end of the text marked by
 * {@code 0xFFFF} and zeros after it, the hash of the line that begins at {@code s} is
 *
 * <pre>h(s) = Σ c[s + k] · 37^(99 − k)  for k = 0 … 99, modulo 2^64</pre>
 *
 * in hexadecimal, a colon, and how often that value has occurred up to this line. (Source: the
 * fingerprints of {@code github/codeql-action}.)
 */
public final class LineHashes {
  private static final int BLOCK = 100;
  private static final long FACTOR = 37;
  private static final char END = 0xFFFF;

  private final String[] hashes;

  private LineHashes(String[] hashes) {
    this.hashes = hashes;
  }

  public static LineHashes of(String text) {
    char[] kept = new char[text.length() + 1];
    int[] starts = new int[16];
    int lines = 1;
    int count = 0;
    boolean afterReturn = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean skipped = c == ' ' || c == '\t' || (afterReturn && c == '\n');
      afterReturn = c == '\r';
      if (skipped) {
        continue;
      }
      kept[count++] = c == '\r' ? '\n' : c;
      if (c == '\r' || c == '\n') {
        if (lines == starts.length) {
          starts = Arrays.copyOf(starts, lines * 2);
        }
        starts[lines++] = count;
      }
    }
    kept[count++] = END;
    String[] hashes = new String[lines];
    Map<Long, Integer> seen = new HashMap<>();
    for (int line = 0; line < lines; line++) {
      long hash = hash(kept, count, starts[line]);
      hashes[line] = Long.toHexString(hash) + ":" + seen.merge(hash, 1, Integer::sum);
    }
    return new LineHashes(hashes);
  }

  /** The hash of the 1-based {@code line}. */
  public String of(int line) {
    return hashes[line - 1];
  }

  /** How many lines have a hash; a text that ends with a line break has one line more. */
  public int count() {
    return hashes.length;
  }

  private static long hash(char[] kept, int count, int start) {
    long hash = 0;
    for (int k = start; k < start + BLOCK; k++) {
      hash = hash * FACTOR + (k < count ? kept[k] : 0);
    }
    return hash;
  }
}
