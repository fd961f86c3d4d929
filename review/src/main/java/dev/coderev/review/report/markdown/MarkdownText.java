package dev.coderev.review.report.markdown;

import dev.coderev.review.report.code.Glyphs;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Foreign text made harmless inside Markdown. */
public final class MarkdownText {
  private static final Pattern TICKS = Pattern.compile("`+");

  private MarkdownText() {}

  /** Running text on one line: nothing in it is markup, a mention or a reference. */
  public static String line(String text) {
    return plain(text.strip().replaceAll("\\s+", " "));
  }

  private static String plain(String text) {
    StringBuilder safe = new StringBuilder(text.length() + 16);
    String shown = Glyphs.safe(text);
    for (int i = 0; i < shown.length(); i++) {
      char c = shown.charAt(i);
      switch (c) {
        case '<' -> safe.append("&lt;");
        case '>' -> safe.append("&gt;");
        case '&' -> safe.append("&amp;");
        case '@' -> safe.append("&#64;");
        case '#' -> safe.append("&#35;");
        case '\\', '`', '*', '_', '[', ']', '|', '~', '!', '$' -> safe.append('\\').append(c);
        default -> safe.append(c);
      }
    }
    return safe.toString();
  }

  /** Running text on one line, in which code stands between backticks. */
  public static String prose(String text) {
    String[] parts = text.strip().replaceAll("\\s+", " ").split("`", -1);
    StringBuilder prose = new StringBuilder();
    for (int i = 0; i < parts.length; i++) {
      boolean isCode = i % 2 == 1 && i < parts.length - 1 && !parts[i].isBlank();
      if (isCode) {
        prose.append(code(parts[i]));
      } else {
        prose.append(i % 2 == 1 ? "\\`" : "").append(plain(parts[i]));
        prose.append(i % 2 == 1 && i < parts.length - 1 ? "\\`" : "");
      }
    }
    return prose.toString();
  }

  /** A code span that ends where it should, whatever it holds. */
  public static String code(String text) {
    String shown = Glyphs.safe(text);
    String fence = "`".repeat(longestTicks(shown) + 1);
    boolean pad = shown.startsWith("`") || shown.endsWith("`") || shown.isBlank();
    return pad ? fence + " " + shown + " " + fence : fence + shown + fence;
  }

  /** A fenced block that ends where it should. */
  public static String block(String language, String code) {
    String fence = "`".repeat(Math.max(3, longestTicks(code) + 1));
    return fence + language + "\n" + code + "\n" + fence + "\n";
  }

  private static int longestTicks(String text) {
    int longest = 0;
    Matcher matcher = TICKS.matcher(text);
    while (matcher.find()) {
      longest = Math.max(longest, matcher.end() - matcher.start());
    }
    return longest;
  }
}
