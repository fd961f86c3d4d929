package dev.coderev.analysis.finding;

import dev.coderev.analysis.source.Position;
import dev.coderev.analysis.source.SourceFile;
import dev.coderev.analysis.source.TextRange;

/**
 * A stretch of a file, as reports show it.
 *
 * @param path relative to the project, with {@code /} as separator
 * @param range the same stretch in UTF-16 code units
 * @param start of the first character
 * @param end one past the last character
 * @param snippet the source text of the range, as written
 */
public record Place(String path, TextRange range, Position start, Position end, String snippet) {

  public static Place of(SourceFile file, TextRange range) {
    return new Place(
        file.path(),
        range,
        file.positionAt(range.start()),
        file.positionAt(range.end()),
        file.text(range));
  }
}
