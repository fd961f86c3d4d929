package dev.coderev.analysis.parse.yaml;

import dev.coderev.analysis.source.TextRange;
import java.util.ArrayList;
import java.util.List;

/** Finds the comments of a YAML text: what a {@code #} begins outside of scalars. */
final class YamlComments {
  private YamlComments() {}

  /**
   * @param scalars where the scalars are, in order
   */
  static List<TextRange> in(String text, List<TextRange> scalars) {
    List<TextRange> comments = new ArrayList<>();
    int scalar = 0;
    int at = text.indexOf('#');
    while (at >= 0) {
      while (scalar < scalars.size() && scalars.get(scalar).end() <= at) {
        scalar++;
      }
      boolean quoted = scalar < scalars.size() && scalars.get(scalar).start() <= at;
      boolean apart = at == 0 || Character.isWhitespace(text.charAt(at - 1));
      if (quoted || !apart) {
        at = text.indexOf('#', quoted ? Math.max(at + 1, scalars.get(scalar).end()) : at + 1);
        continue;
      }
      int line = text.indexOf('\n', at);
      int end = line < 0 ? text.length() : line;
      comments.add(new TextRange(at, end));
      at = text.indexOf('#', end);
    }
    return comments;
  }
}
