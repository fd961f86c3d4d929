package dev.coderev.analysis.source;

/**
 * A half-open stretch of a text, in UTF-16 code units from its beginning.
 *
 * @param start first unit, ≥ 0
 * @param end one past the last unit, ≥ {@code start}
 */
public record TextRange(int start, int end) implements Comparable<TextRange> {
  public TextRange {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("not a range: " + start + ".." + end);
    }
  }

  public int length() {
    return end - start;
  }

  /** Whether {@code other} lies within this range; a range contains itself. */
  public boolean contains(TextRange other) {
    return start <= other.start && other.end <= end;
  }

  public boolean overlaps(TextRange other) {
    return start < other.end && other.start < end;
  }

  @Override
  public int compareTo(TextRange other) {
    return start != other.start
        ? Integer.compare(start, other.start)
        : Integer.compare(end, other.end);
  }
}
