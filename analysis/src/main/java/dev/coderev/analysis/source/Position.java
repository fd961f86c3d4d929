package dev.coderev.analysis.source;

/**
 * A place between two characters.
 *
 * @param line 1-based
 * @param column 1-based, counted in UTF-16 code units as SARIF's default does
 */
public record Position(int line, int column) implements Comparable<Position> {
  @Override
  public int compareTo(Position other) {
    return line != other.line
        ? Integer.compare(line, other.line)
        : Integer.compare(column, other.column);
  }
}
