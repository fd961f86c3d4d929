package dev.coderev.analysis.pattern;

import dev.coderev.analysis.source.Language;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What holes mean within string literals. */
record StringHoles(Language language) {
  private static final Pattern DOTS_WITHIN = Pattern.compile("\\{[^{}]*\\.\\.\\.[^{}]*\\}");

  /** Whether a string begins here. */
  boolean isStart(String text, int at) {
    char c = text.charAt(at);
    return switch (c) {
      case '"' -> true;
      case '\'' ->
          switch (language) {
            case RUST ->
                text.startsWith("'\\", at)
                    || (at + 2 < text.length() && text.charAt(at + 2) == '\'');
            default -> true;
          };
      case '`' ->
          language == Language.JAVASCRIPT
              || language == Language.TYPESCRIPT
              || language == Language.GO
              || language == Language.KOTLIN
              || language == Language.RUBY;
      default -> false;
    };
  }

  /** Whether the content stands for more than itself. */
  static boolean isSpecial(String content) {
    return content.equals("...")
        || content.startsWith("=~/")
        || HoleScanner.METAVARIABLE.matcher(content).matches();
  }

  /** The content with the holes of its interpolations replaced. */
  static String interpolations(String content) {
    if (!content.contains("{") && !content.contains("\\(")) {
      return content;
    }
    StringBuilder result = new StringBuilder();
    Matcher matcher = HoleScanner.METAVARIABLE.matcher(content);
    while (matcher.find()) {
      String head = content.substring(0, matcher.start());
      boolean within =
          head.lastIndexOf('{') > head.lastIndexOf('}')
              || head.lastIndexOf("\\(") > head.lastIndexOf(')');
      String name =
          (matcher.group(1) == null ? Holes.METAVARIABLE : Holes.ELLIPSIS_METAVARIABLE)
              + matcher.group(2);
      matcher.appendReplacement(result, Matcher.quoteReplacement(within ? name : matcher.group()));
    }
    matcher.appendTail(result);
    String replaced = result.toString();
    Matcher dots = DOTS_WITHIN.matcher(replaced);
    return dots.replaceAll(
        found -> Matcher.quoteReplacement(found.group().replace("...", Holes.ELLIPSIS)));
  }
}
