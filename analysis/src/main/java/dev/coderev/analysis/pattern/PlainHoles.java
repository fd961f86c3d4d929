package dev.coderev.analysis.pattern;

import dev.coderev.analysis.source.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Replaces the holes of patterns in languages where a plain name may stand wherever an ellipsis or
 * a metavariable may.
 */
final class PlainHoles {
  private static final Pattern HOLE =
      Pattern.compile(
          "(?<deep><\\.\\.\\.)"
              + "|(?<deepEnd>\\.\\.\\.>)"
              + "|(?<many>\\$\\.\\.\\.[A-Z_][A-Z0-9_]*)"
              + "|(?<one>\\$[A-Z_][A-Z0-9_]*(?![A-Za-z0-9_]))"
              + "|(?<ellipsis>\\.\\.\\.)"
              + "|\"(?<string>(?:\\\\.|[^\"\\\\\\n])*)\"");
  private static final Pattern WHOLE = Pattern.compile("\\$(?:\\.\\.\\.)?[A-Z_][A-Z0-9_]*");

  private final Matcher matcher;
  private final List<String> strings = new ArrayList<>();

  /** Whether the text has deep expressions, so that {@code ...>} ends one. */
  private final boolean deep;

  private PlainHoles(String text) {
    this.matcher = HOLE.matcher(text);
    this.deep = text.contains("<...");
  }

  static boolean suit(Language language) {
    return switch (language) {
      case HCL, JSON, DOCKERFILE, SOLIDITY, HTML, XML -> true;
      default -> false;
    };
  }

  static Holes replace(String text) {
    PlainHoles holes = new PlainHoles(text);
    String replaced = holes.replaced();
    return new Holes(replaced, holes.strings);
  }

  private String replaced() {
    StringBuilder out = new StringBuilder();
    while (matcher.find()) {
      matcher.appendReplacement(out, Matcher.quoteReplacement(replacement()));
    }
    return matcher.appendTail(out).toString();
  }

  private String replacement() {
    String many = matcher.group("many");
    String one = matcher.group("one");
    String string = matcher.group("string");
    if (string != null) {
      return '"' + special(string) + '"';
    }
    if (many != null) {
      return Holes.ELLIPSIS_METAVARIABLE + many.substring(4);
    }
    if (one != null) {
      return Holes.METAVARIABLE + one.substring(1);
    }
    if (matcher.group("deep") != null) {
      return Holes.DEEP + "(";
    }
    if (matcher.group("deepEnd") == null) {
      return Holes.ELLIPSIS;
    }
    return deep ? ")" : Holes.ELLIPSIS + ">";
  }

  private String special(String content) {
    if (!isSpecial(content)) {
      return content;
    }
    strings.add(content);
    return Holes.STRING + (strings.size() - 1) + "__";
  }

  /** Whether the content of a string stands for more than itself. */
  static boolean isSpecial(String content) {
    return content.equals("...") || content.startsWith("=~/") || WHOLE.matcher(content).matches();
  }
}
