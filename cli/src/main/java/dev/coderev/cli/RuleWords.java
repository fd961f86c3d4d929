package dev.coderev.cli;

import dev.coderev.analysis.rule.Rule;
import dev.coderev.analysis.source.Language;
import java.util.stream.Collectors;

/** How the terminal speaks of rules. */
final class RuleWords {
  private RuleWords() {}

  static String languages(Rule rule) {
    return rule.regexOnly()
        ? "all files"
        : rule.languages().stream().sorted().map(Language::id).collect(Collectors.joining(", "));
  }

  /** The text in lines of at most {@code width} columns, each after {@code indent}. */
  static String wrapped(String text, String indent, int width) {
    StringBuilder out = new StringBuilder();
    int column = 0;
    for (String word : text.strip().split("\\s+", -1)) {
      if (column > 0 && column + 1 + word.length() > width) {
        out.append('\n');
        column = 0;
      }
      if (column == 0) {
        out.append(indent).append(word);
        column = indent.length() + word.length();
      } else {
        out.append(' ').append(word);
        column += 1 + word.length();
      }
    }
    return out.append('\n').toString();
  }
}
