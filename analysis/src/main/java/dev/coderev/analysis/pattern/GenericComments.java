package dev.coderev.analysis.pattern;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts blanks in the place of comments, so that all else stays where it is. */
final class GenericComments {
  private static final Pattern BLOCK = Pattern.compile("/\\*(?s:.*?)(?:\\*/|\\z)");
  private static final Pattern BLOCK_OR_LINE =
      Pattern.compile("/\\*(?s:.*?)(?:\\*/|\\z)|//[^\\n]*");
  private static final Pattern SHELL = Pattern.compile("#[^\\n]*");

  private GenericComments() {}

  static String blanked(String text, String style) {
    return switch (style) {
      case "c" -> blanked(text, BLOCK);
      case "cpp" -> blanked(text, BLOCK_OR_LINE);
      case "shell" -> blanked(text, SHELL);
      default -> text;
    };
  }

  private static String blanked(String text, Pattern comment) {
    Matcher matcher = comment.matcher(text);
    StringBuilder out = new StringBuilder(text);
    while (matcher.find()) {
      for (int i = matcher.start(); i < matcher.end(); i++) {
        if (text.charAt(i) != '\n') {
          out.setCharAt(i, ' ');
        }
      }
    }
    return out.toString();
  }
}
