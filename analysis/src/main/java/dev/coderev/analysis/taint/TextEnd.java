package dev.coderev.analysis.taint;

import dev.coderev.analysis.rule.Placement;

/**
 * What a text is in the middle of where it ends: quotes, and parts of a page. Immutable.
 *
 * @param quote the quote that is open, {@link #NO_QUOTE} or {@link #ANY}
 * @param markup the part of a page
 * @param tag name of the last tag that was begun
 */
record TextEnd(char quote, Markup markup, String tag) {
  static final char NO_QUOTE = 0;
  static final char ANY = '?';

  /** Before the first character. */
  static final TextEnd START = new TextEnd(NO_QUOTE, Markup.ANY, "");

  /** After a text that is not known. */
  static final TextEnd UNKNOWN = new TextEnd(ANY, Markup.ANY, "");

  /** Parts of a page, as far as escaping goes. */
  enum Markup {
    ANY,
    CONTENT,
    TAG,
    SINGLE_QUOTED,
    DOUBLE_QUOTED,
    SCRIPT,
    STYLE,
    COMMENT
  }

  /** What is known of a value that is put here. */
  enum Fit {
    HOLDS,
    FAILS,
    UNKNOWN
  }

  /** Whether escaping that is meant for a placement holds here. */
  Fit fits(Placement placement) {
    return switch (placement) {
      case QUOTES -> quote == ANY ? Fit.UNKNOWN : quote == NO_QUOTE ? Fit.FAILS : Fit.HOLDS;
      case MARKUP ->
          switch (markup) {
            case ANY -> quote == NO_QUOTE || quote == ANY ? Fit.UNKNOWN : Fit.HOLDS;
            case CONTENT, SINGLE_QUOTED, DOUBLE_QUOTED -> Fit.HOLDS;
            case SCRIPT -> quote == NO_QUOTE ? Fit.FAILS : Fit.HOLDS;
            case TAG, STYLE, COMMENT -> Fit.FAILS;
          };
    };
  }

  /** After more text that is known. */
  TextEnd then(String text) {
    if (text.isEmpty()) {
      return this;
    }
    char open = quote == ANY ? lastQuote(text) : quote;
    Markup part = markup;
    String name = tag;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote != ANY) {
        if (c == '\\') {
          i++;
          continue;
        }
        open = part == Markup.SCRIPT && c == '\n' ? NO_QUOTE : afterQuote(open, c);
      }
      switch (part) {
        case ANY, CONTENT -> {
          if (text.startsWith("<!--", i)) {
            part = Markup.COMMENT;
          } else if (c == '<' && beginsTag(text, i + 1)) {
            part = Markup.TAG;
            name = name(text, i + 1);
          } else if (c == '>') {
            part = Markup.CONTENT;
          }
        }
        case TAG -> {
          switch (c) {
            case '>' -> {
              part = inside(name);
              open = part == Markup.SCRIPT || part == Markup.STYLE ? NO_QUOTE : open;
            }
            case '"' -> part = Markup.DOUBLE_QUOTED;
            case '\'' -> part = Markup.SINGLE_QUOTED;
            default -> {}
          }
        }
        case SINGLE_QUOTED -> part = c == '\'' ? Markup.TAG : part;
        case DOUBLE_QUOTED -> part = c == '"' ? Markup.TAG : part;
        case SCRIPT, STYLE -> {
          if (text.regionMatches(true, i, "</" + name, 0, name.length() + 2)) {
            part = Markup.TAG;
            name = "/" + name;
          }
        }
        case COMMENT -> part = text.startsWith("-->", i) ? Markup.CONTENT : part;
      }
    }
    return new TextEnd(open, part, name);
  }

  /** After a value that is not known, of which the end may be. */
  TextEnd thenValue(TextEnd end) {
    boolean opens = quote == NO_QUOTE && end.quote != NO_QUOTE && end.quote != ANY;
    return opens ? new TextEnd(end.quote, markup, tag) : this;
  }

  private static char afterQuote(char open, char c) {
    boolean isQuote = c == '\'' || c == '"' || c == '`';
    return !isQuote ? open : open == NO_QUOTE ? c : open == c ? NO_QUOTE : open;
  }

  /** The quote with which a text ends whose beginning is not known. */
  private static char lastQuote(String text) {
    String end = text.stripTrailing();
    int last = end.length() - 1;
    while (last >= 0 && end.charAt(last) == '%') {
      last--;
    }
    return last >= 0 && afterQuote(NO_QUOTE, end.charAt(last)) != NO_QUOTE ? end.charAt(last) : ANY;
  }

  private static boolean beginsTag(String text, int at) {
    if (at >= text.length()) {
      return true;
    }
    char c = text.charAt(at);
    return Character.isLetter(c) || c == '/' || c == '!';
  }

  private static String name(String text, int from) {
    int to = from;
    while (to < text.length() && (Character.isLetterOrDigit(text.charAt(to)) || to == from)) {
      to++;
    }
    return text.substring(from, to);
  }

  private static Markup inside(String tag) {
    return tag.equalsIgnoreCase("script")
        ? Markup.SCRIPT
        : tag.equalsIgnoreCase("style") ? Markup.STYLE : Markup.CONTENT;
  }
}
