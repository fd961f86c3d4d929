package dev.coderev.analysis.parse.treesitter;

import dev.coderev.analysis.parse.ParseFailure;
import dev.coderev.analysis.source.SourceFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What must not reach a grammar: because its native scanner would end the process, or because it
 * would be misread.
 *
 * <p>Ruby's scanner keeps the words of open here-documents in a small buffer and asserts that they
 * fit; Kotlin's aborts beyond 1024 strings within strings.
 */
final class ScannerGuards {
  private static final int LONGEST_HEREDOC_WORD = 200;
  private static final int HEREDOC_WORDS_PER_LINE = 700;
  private static final int DEEPEST_STRINGS = 800;
  private static final Pattern CONSTRUCTOR_ANNOTATION =
      Pattern.compile(
          "\\bclass\\s+\\w+(?:\\[[^\\]\\n]{0,200}\\])?[ \\t]*(@\\w+(?:\\(\\))?[ \\t]*)(?=\\()");
  private static final Pattern BRACED_PARAMETER_TYPE =
      Pattern.compile("\\{\\s*(?:implicit\\s+)?\\w+(\\s*:[ \\t]*[\\w.\\[\\]]+)\\s*=>");

  private ScannerGuards() {}

  /**
   * The text of {@code file}, character for character in its place, but for what is dangerous.
   *
   * @throws ParseFailure if the text cannot be made safe
   */
  static String safeText(SourceFile file) {
    return switch (file.language()) {
      case RUBY -> withoutLongHeredocWords(file.text());
      case KOTLIN -> withoutDeepStrings(file.text());
      case SCALA -> withoutMisreadParts(file.text());
      default -> file.text();
    };
  }

  /**
   * The grammar takes the parameters of a constructor for those of an annotation before them, and
   * reads on after the type of a parameter in braces: both are blanked.
   */
  private static String withoutMisreadParts(String text) {
    return blanked(blanked(text, CONSTRUCTOR_ANNOTATION), BRACED_PARAMETER_TYPE);
  }

  private static String blanked(String text, Pattern pattern) {
    Matcher matcher = pattern.matcher(text);
    StringBuilder out = new StringBuilder(text);
    while (matcher.find()) {
      for (int i = matcher.start(1); i < matcher.end(1); i++) {
        out.setCharAt(i, ' ');
      }
    }
    return out.toString();
  }

  /** Where a here-document would have a long word, {@code <<} becomes a plus. */
  private static String withoutLongHeredocWords(String text) {
    int at = text.indexOf("<<");
    if (at < 0) {
      return text;
    }
    char[] safe = null;
    int onLine = 0;
    int lineOf = -1;
    while (at >= 0) {
      int word = at + 2;
      if (word < text.length() && (text.charAt(word) == '~' || text.charAt(word) == '-')) {
        word++;
      }
      int length = wordLength(text, word);
      int line = text.lastIndexOf('\n', at);
      onLine = (line == lineOf ? onLine : 0) + length + 4;
      lineOf = line;
      if (length > LONGEST_HEREDOC_WORD || onLine > HEREDOC_WORDS_PER_LINE) {
        safe = safe == null ? text.toCharArray() : safe;
        safe[at] = ' ';
        safe[at + 1] = '+';
        onLine -= length + 4;
      }
      at = text.indexOf("<<", at + 2);
    }
    return safe == null ? text : new String(safe);
  }

  private static int wordLength(String text, int start) {
    if (start >= text.length()) {
      return 0;
    }
    char quote = text.charAt(start);
    int end = start;
    if (quote == '\'' || quote == '"' || quote == '`') {
      int close = text.indexOf(quote, start + 1);
      return (close < 0 ? text.length() : close) - start - 1;
    }
    while (end < text.length()
        && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '_')) {
      end++;
    }
    return end - start;
  }

  private static String withoutDeepStrings(String text) {
    int depth = 0;
    boolean inString = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '"') {
        inString = !inString;
      } else if (inString && c == '$' && i + 1 < text.length() && text.charAt(i + 1) == '{') {
        depth++;
        inString = false;
      } else if (!inString && c == '}' && depth > 0) {
        depth--;
        inString = true;
      }
      if (depth > DEEPEST_STRINGS) {
        throw new ParseFailure("More than " + DEEPEST_STRINGS + " strings within strings");
      }
    }
    return text;
  }
}
