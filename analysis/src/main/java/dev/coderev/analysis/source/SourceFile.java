package dev.coderev.analysis.source;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One file's text under a name and in a language. Immutable; safe to share between threads.
 *
 * <p>All offsets everywhere in CodeRev are UTF-16 code units into {@link #text()}.
 */
public final class SourceFile {
  private final String path;
  private final Language language;
  private final String text;
  private volatile int @Nullable [] lineStarts;

  /**
   * @param path how reports name the file: relative to the project, with {@code /} as separator
   */
  public SourceFile(String path, Language language, String text) {
    this.path = path;
    this.language = language;
    this.text = text;
  }

  public String path() {
    return path;
  }

  public Language language() {
    return language;
  }

  public String text() {
    return text;
  }

  public String text(TextRange range) {
    return text.substring(range.start(), range.end());
  }

  /** Number of lines; an empty text has one. A final line break ends the last line. */
  public int lineCount() {
    return lineStarts().length;
  }

  /** The 1-based line that holds {@code offset}. */
  public int lineAt(int offset) {
    int found = Arrays.binarySearch(lineStarts(), offset);
    return found >= 0 ? found + 1 : -found - 1;
  }

  public Position positionAt(int offset) {
    int line = lineAt(offset);
    return new Position(line, offset - lineStarts()[line - 1] + 1);
  }

  /** The offset at which the 1-based {@code line} begins. */
  public int lineStart(int line) {
    return lineStarts()[line - 1];
  }

  /** The 1-based {@code line} without its line break. */
  public String line(int line) {
    int[] starts = lineStarts();
    int end = line < starts.length ? starts[line] : text.length();
    int start = starts[line - 1];
    while (end > start && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
      end--;
    }
    return text.substring(start, end);
  }

  private int[] lineStarts() {
    int[] known = lineStarts;
    if (known == null) {
      known = findLineStarts(text);
      lineStarts = known;
    }
    return known;
  }

  private static int[] findLineStarts(String text) {
    int[] starts = new int[Math.max(16, text.length() / 24)];
    int count = 1;
    int newline = text.indexOf('\n');
    int carriage = text.indexOf('\r');
    while (newline >= 0 || carriage >= 0) {
      boolean byNewline = carriage < 0 || (newline >= 0 && newline <= carriage + 1);
      int next = (byNewline ? newline : carriage) + 1;
      if (next == text.length()) {
        break;
      }
      if (count == starts.length) {
        starts = Arrays.copyOf(starts, count * 2);
      }
      starts[count++] = next;
      newline = newline >= 0 && newline < next ? text.indexOf('\n', next) : newline;
      carriage = carriage >= 0 && carriage < next ? text.indexOf('\r', next) : carriage;
    }
    return Arrays.copyOf(starts, count);
  }

  @Override
  public String toString() {
    return path;
  }
}
