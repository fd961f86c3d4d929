package dev.coderev.analysis.finding;

import dev.coderev.analysis.source.Position;
import dev.coderev.analysis.source.SourceFile;
import dev.coderev.analysis.source.TextRange;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A stretch of a file, as reports show it.
 *
 * @param path relative to the project, with {@code /} as separator
 * @param range the same stretch in UTF-16 code units
 * @param start of the first character
 * @param end one past the last character
 * @param snippet the source text of the range, as written, at most {@link #MAX_SNIPPET} long
 * @param lines the whole lines that the range touches, the first {@link #MAX_LINES} at most
 */
public record Place(
    String path,
    TextRange range,
    Position start,
    Position end,
    String snippet,
    List<String> lines) {
  public static final int MAX_SNIPPET = 4000;
  public static final int MAX_LINES = 12;
  private static final int MAX_LINE_LENGTH = 1000;

  public Place {
    lines = List.copyOf(lines);
  }

  public static Place of(SourceFile file, TextRange range) {
    int first = file.lineAt(range.start());
    int last = file.lineAt(Math.max(range.start(), range.end() - 1));
    return new Place(
        file.path(),
        range,
        file.positionAt(range.start()),
        file.positionAt(range.end()),
        file.text(new TextRange(range.start(), Math.min(range.end(), range.start() + MAX_SNIPPET))),
        IntStream.rangeClosed(first, Math.min(last, first + MAX_LINES - 1))
            .mapToObj(file::line)
            .map(line -> line.substring(0, Math.min(line.length(), MAX_LINE_LENGTH)))
            .toList());
  }
}
