package dev.coderev.review.report.code;

import dev.coderev.analysis.finding.Place;
import dev.coderev.analysis.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * The lines around a place, the place itself marked.
 *
 * @param hidden how many lines of the place are left out at its end
 */
public record Excerpt(List<CodeLine> lines, int hidden) {
  /** More lines of one place are not shown. */
  public static final int MAX_MARKED = 8;

  public Excerpt {
    lines = List.copyOf(lines);
  }

  /** The lines of {@code place}, with {@code context} lines on either side if they can be read. */
  public static Excerpt of(Place place, SourceTexts sources, int context) {
    int first = place.start().line();
    int last = lastLine(place);
    Optional<SourceFile> source = context > 0 ? sources.holding(place) : Optional.empty();
    if (source.isPresent()) {
      SourceFile file = source.get();
      int from = Math.max(1, first - context);
      int to = last - first >= MAX_MARKED ? last : Math.min(file.lineCount(), last + context);
      return of(place, from, to, file::line);
    }
    if (place.lines().isEmpty()) {
      return new Excerpt(List.of(), last - first + 1);
    }
    int known = Math.min(last, first + place.lines().size() - 1);
    Excerpt excerpt = of(place, first, known, number -> place.lines().get(number - first));
    return new Excerpt(excerpt.lines, excerpt.hidden + last - known);
  }

  private static Excerpt of(Place place, int from, int to, IntFunction<String> text) {
    int lastShown = Math.min(to, place.start().line() + MAX_MARKED - 1);
    if (to > lastLine(place)) {
      lastShown = to;
    }
    List<CodeLine> lines = new ArrayList<>();
    for (int number = from; number <= lastShown; number++) {
      lines.add(line(place, number, text.apply(number)));
    }
    while (isBlankContext(lines.getFirst(), place)) {
      lines.removeFirst();
    }
    while (isBlankContext(lines.getLast(), place)) {
      lines.removeLast();
    }
    return new Excerpt(lines, to - lastShown);
  }

  private static boolean isBlankContext(CodeLine line, Place place) {
    return line.text().isBlank()
        && (line.number() < place.start().line() || line.number() > lastLine(place));
  }

  private static CodeLine line(Place place, int number, String text) {
    int first = place.start().line();
    int last = lastLine(place);
    if (number < first || number > last) {
      return new CodeLine(number, text, 0, 0);
    }
    int from = number == first ? place.start().column() - 1 : indent(text);
    int to = number == place.end().line() ? place.end().column() - 1 : text.length();
    from = Math.clamp(from, 0, text.length());
    to = Math.clamp(to, from, text.length());
    if (from == to && first == last && from < text.length()) {
      to = text.offsetByCodePoints(from, 1);
    }
    return new CodeLine(number, text, from, to);
  }

  /** A place that ends before the first character of a line does not touch that line. */
  private static int lastLine(Place place) {
    int last = place.end().line();
    return last > place.start().line() && place.end().column() == 1 ? last - 1 : last;
  }

  private static int indent(String text) {
    int i = 0;
    while (i < text.length() && Character.isWhitespace(text.charAt(i))) {
      i++;
    }
    return i;
  }
}
