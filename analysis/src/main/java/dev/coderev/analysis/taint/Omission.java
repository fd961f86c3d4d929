package dev.coderev.analysis.taint;

import java.util.Comparator;

/**
 * Something that a limit kept the data-flow analysis from looking at.
 *
 * @param line 1-based
 */
public record Omission(String path, int line, String reason) implements Comparable<Omission> {
  private static final Comparator<Omission> ORDER =
      Comparator.comparing(Omission::path)
          .thenComparingInt(Omission::line)
          .thenComparing(Omission::reason);

  @Override
  public int compareTo(Omission other) {
    return ORDER.compare(this, other);
  }
}
