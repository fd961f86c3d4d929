package dev.coderev.analysis.rule;

import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * The syntax of Perl-compatible regular expressions, translated to that of {@link Pattern}.
 *
 * <p>Only {@code \n} ends a line, as in PCRE. A group's name may hold {@code _}, which Java does
 * not allow: {@link #groupName} gives back what was written.
 */
public final class PcreSyntax {
  private static final String UNDERSCORE = "xU95x";
  private static final Map<String, String> POSIX_CLASSES =
      Map.ofEntries(
          Map.entry("alpha", "\\p{Alpha}"),
          Map.entry("digit", "\\p{Digit}"),
          Map.entry("alnum", "\\p{Alnum}"),
          Map.entry("upper", "\\p{Upper}"),
          Map.entry("lower", "\\p{Lower}"),
          Map.entry("space", "\\s"),
          Map.entry("blank", "\\p{Blank}"),
          Map.entry("punct", "\\p{Punct}"),
          Map.entry("print", "\\p{Print}"),
          Map.entry("graph", "\\p{Graph}"),
          Map.entry("cntrl", "\\p{Cntrl}"),
          Map.entry("xdigit", "\\p{XDigit}"),
          Map.entry("ascii", "\\p{ASCII}"),
          Map.entry("word", "\\w"));

  private final String source;
  private final StringBuilder out;
  private int at;

  private PcreSyntax(String source) {
    this.source = source;
    this.out = new StringBuilder(source.length() + 16);
  }

  /**
   * The pattern that {@code regex} describes.
   *
   * @param flags of {@link Pattern}
   * @throws PatternSyntaxException if it is no regular expression or uses what Java cannot do
   */
  public static Pattern compile(String regex, int flags) {
    String translated = new PcreSyntax(regex).translate();
    try {
      return Pattern.compile(translated, flags | Pattern.UNIX_LINES);
    } catch (PatternSyntaxException e) {
      throw translated.equals(regex)
          ? e
          : new PatternSyntaxException(e.getDescription(), regex, -1);
    } catch (StackOverflowError e) {
      throw new PatternSyntaxException("nested too deeply", regex, -1);
    }
  }

  /** The name of a group as the rule's author wrote it. */
  public static String groupName(String javaName) {
    return javaName.replace(UNDERSCORE, "_");
  }

  private static String javaName(String written) {
    return written.replace("_", UNDERSCORE);
  }

  private String translate() {
    while (at < source.length()) {
      char c = source.charAt(at);
      switch (c) {
        case '\\' -> escape(false);
        case '[' -> characterClass();
        case '(' -> group();
        case '{' -> brace();
        default -> copy(1);
      }
    }
    return out.toString();
  }

  private void copy(int count) {
    int end = Math.min(source.length(), at + count);
    out.append(source, at, end);
    at = end;
  }

  private void escape(boolean inClass) {
    if (at + 1 >= source.length()) {
      throw wrong("a backslash at the end");
    }
    char c = source.charAt(at + 1);
    switch (c) {
      case 'Q' -> quotation();
      case 'E' -> at += 2;
      case 'K' -> throw wrong("\\K is not supported");
      case 'N' -> {
        if (!source.startsWith("\\N{", at)) {
          out.append("[^\\n]");
          at += 2;
        } else {
          copy(2);
        }
      }
      case 'g' -> {
        if (!inClass) {
          numberedReference();
        } else {
          copy(2);
        }
      }
      case 'k' -> namedReference();
      case 'p', 'P' -> property();
      case '<', '>' -> {
        out.append(c);
        at += 2;
      }
      default -> copy(2);
    }
  }

  private void quotation() {
    int end = source.indexOf("\\E", at + 2);
    String text = source.substring(at + 2, end < 0 ? source.length() : end);
    out.append(Pattern.quote(text));
    at = end < 0 ? source.length() : end + 2;
  }

  /** {@code \g1 \g{1} \g{-1} \g{name}}. */
  private void numberedReference() {
    int start = at + 2;
    String name;
    if (start < source.length() && source.charAt(start) == '{') {
      int end = indexOf('}', start);
      name = source.substring(start + 1, end);
      at = end + 1;
    } else {
      int end = start;
      while (end < source.length() && Character.isDigit(source.charAt(end))) {
        end++;
      }
      name = source.substring(start, end);
      at = end;
    }
    if (name.matches("[0-9]{1,2}")) {
      out.append("(?:\\").append(name).append(')');
    } else if (name.matches("[A-Za-z_]\\w*")) {
      out.append("\\k<").append(javaName(name)).append('>');
    } else {
      throw wrong("\\g{" + name + "} is not supported");
    }
  }

  /** <code>\k&lt;n&gt; \k'n' \k{n}</code>. */
  private void namedReference() {
    int start = at + 2;
    if (start >= source.length()) {
      throw wrong("\\k needs a name");
    }
    char close =
        switch (source.charAt(start)) {
          case '<' -> '>';
          case '\'' -> '\'';
          case '{' -> '}';
          default -> throw wrong("\\k needs a name");
        };
    int end = indexOf(close, start + 1);
    out.append("\\k<").append(javaName(source.substring(start + 1, end))).append('>');
    at = end + 1;
  }

  /** Scripts carry {@code Is} in Java. */
  private void property() {
    if (at + 2 >= source.length() || source.charAt(at + 2) != '{') {
      copy(3);
      return;
    }
    int end = indexOf('}', at + 2);
    String name = source.substring(at + 3, end);
    boolean negated = name.startsWith("^");
    String bare = negated ? name.substring(1) : name;
    boolean complement = (source.charAt(at + 1) == 'P') != negated;
    out.append(complement ? "\\P{" : "\\p{");
    if (bare.length() > 2 && !bare.startsWith("Is") && !bare.startsWith("In") && isScript(bare)) {
      out.append("Is");
    }
    out.append(bare).append('}');
    at = end + 1;
  }

  private static boolean isScript(String name) {
    try {
      Character.UnicodeScript.forName(name);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /**
   * In Java a class may hold classes and intersections; in PCRE {@code [} and {@code &&} are text.
   */
  private void characterClass() {
    copy(1);
    if (at < source.length() && source.charAt(at) == '^') {
      copy(1);
    }
    if (at < source.length() && source.charAt(at) == ']') {
      out.append("\\]");
      at++;
    }
    while (at < source.length() && source.charAt(at) != ']') {
      char c = source.charAt(at);
      if (c == '[') {
        posixClassOrBracket();
      } else if (c == '\\') {
        escape(true);
      } else if (c == '&' || c == '#' || Character.isWhitespace(c)) {
        out.append('\\').append(c);
        at++;
      } else {
        copy(1);
      }
    }
    if (at >= source.length()) {
      throw wrong("a character class is not closed");
    }
    copy(1);
  }

  private void posixClassOrBracket() {
    int end = source.indexOf(":]", at + 2);
    if (source.startsWith("[:", at) && end > 0) {
      String name = source.substring(at + 2, end);
      boolean negated = name.startsWith("^");
      String known = POSIX_CLASSES.get(negated ? name.substring(1) : name);
      if (known != null) {
        out.append(negated ? "[^" + known + "]" : known);
        at = end + 2;
        return;
      }
    }
    out.append("\\[");
    at++;
  }

  private void group() {
    if (source.startsWith("(*", at)) {
      throw wrong("verbs such as (*SKIP) are not supported");
    }
    if (!source.startsWith("(?", at)) {
      copy(1);
      return;
    }
    if (source.startsWith("(?#", at)) {
      at = indexOf(')', at) + 1;
    } else if (source.startsWith("(?P<", at)) {
      namedGroup(at + 4, '>');
    } else if (source.startsWith("(?'", at)) {
      namedGroup(at + 3, '\'');
    } else if (source.startsWith("(?P=", at)) {
      int end = indexOf(')', at);
      out.append("\\k<").append(javaName(source.substring(at + 4, end))).append('>');
      at = end + 1;
    } else if (source.startsWith("(?<", at)
        && at + 3 < source.length()
        && source.charAt(at + 3) != '='
        && source.charAt(at + 3) != '!') {
      namedGroup(at + 3, '>');
    } else if (source.startsWith("(?|", at)
        || source.startsWith("(?R", at)
        || source.startsWith("(?&", at)
        || source.startsWith("(?P>", at)
        || source.startsWith("(?(", at)
        || source.startsWith("(?+", at)
        || (at + 2 < source.length() && Character.isDigit(source.charAt(at + 2)))) {
      throw wrong("recursion, conditions and branch resets are not supported");
    } else {
      copy(2);
    }
  }

  private void namedGroup(int start, char close) {
    int end = indexOf(close, start);
    out.append("(?<").append(javaName(source.substring(start, end))).append('>');
    at = end + 1;
  }

  /** A brace that is no quantifier stands for itself. */
  private void brace() {
    int end = at + 1;
    while (end < source.length()
        && (Character.isDigit(source.charAt(end)) || source.charAt(end) == ',')) {
      end++;
    }
    boolean quantifier =
        end < source.length()
            && source.charAt(end) == '}'
            && source.substring(at + 1, end).matches("[0-9]+(,[0-9]*)?");
    if (quantifier) {
      copy(end + 1 - at);
    } else {
      out.append("\\{");
      at++;
    }
  }

  private int indexOf(char wanted, int from) {
    int found = source.indexOf(wanted, from);
    if (found < 0) {
      throw wrong("'" + wanted + "' is missing");
    }
    return found;
  }

  private PatternSyntaxException wrong(String description) {
    return new PatternSyntaxException(description, source, at);
  }
}
