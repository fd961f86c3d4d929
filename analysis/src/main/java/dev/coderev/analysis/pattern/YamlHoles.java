package dev.coderev.analysis.pattern;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Replaces the holes of YAML patterns. An ellipsis on a line of its own becomes a pair of a map or
 * an item of a list, as the lines at its indentation are.
 */
final class YamlHoles {
  private static final String PAIR = Holes.ELLIPSIS + ": " + Holes.ELLIPSIS;
  private static final Pattern ITEM_HEAD = Pattern.compile("^(\\s*(?:-\\s+)*)");
  private static final Pattern ITEM_ELLIPSIS = Pattern.compile("^(\\s*(?:-\\s+)+)\\.\\.\\.\\s*$");
  private static final Pattern HOLE =
      Pattern.compile(
          "(?<before>^|[\\[{,]|[-:]\\s|:\\s*>-?\\s|\\?\\s)(?<space>\\s*)"
              + "(?:(?<many>\\$\\.\\.\\.[A-Z_][A-Z0-9_]*)|(?<one>\\$[A-Z_][A-Z0-9_]*)"
              + "|(?<ellipsis>\\.\\.\\.))(?=\\s*(?:$|[\\]},]|:\\s|:$|#))");
  private static final Pattern QUOTED =
      Pattern.compile("\"((?:\\\\.|[^\"\\\\])*)\"|'((?:[^']|'')*)'");

  private final List<String> lines;
  private final List<String> strings = new ArrayList<>();

  private YamlHoles(String text) {
    this.lines = text.lines().toList();
  }

  static Holes replace(String text) {
    YamlHoles holes = new YamlHoles(text);
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < holes.lines.size(); i++) {
      out.append(holes.replaced(i)).append('\n');
    }
    return new Holes(out.toString(), holes.strings);
  }

  private String replaced(int number) {
    String line = lines.get(number);
    if (line.strip().equals("...")) {
      String indent = line.substring(0, line.indexOf('.'));
      return indent + (isItem(number, indent.length()) ? "- " : "") + PAIR;
    }
    Matcher item = ITEM_ELLIPSIS.matcher(line);
    if (item.matches()) {
      return item.group(1) + PAIR;
    }
    return inLine(quoted(line));
  }

  /** Whether the lines at this indentation are items of a list. */
  private boolean isItem(int number, int indent) {
    for (int i = number - 1; i >= 0; i--) {
      String line = lines.get(i);
      if (line.isBlank() || line.strip().equals("...")) {
        continue;
      }
      int dash = line.length() - line.stripLeading().length();
      if (dash == indent) {
        return line.startsWith("-", dash);
      }
      if (dash < indent) {
        Matcher head = ITEM_HEAD.matcher(line);
        if (head.find() && head.end() == indent) {
          return false;
        }
        break;
      }
    }
    for (int i = number + 1; i < lines.size(); i++) {
      String line = lines.get(i);
      int dash = line.length() - line.stripLeading().length();
      if (!line.isBlank() && !line.strip().equals("...")) {
        return dash == indent && line.startsWith("-", dash);
      }
    }
    return false;
  }

  private String quoted(String line) {
    Matcher matcher = QUOTED.matcher(line);
    StringBuilder out = new StringBuilder();
    while (matcher.find()) {
      String content = matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
      String replacement = matcher.group();
      if (PlainHoles.isSpecial(content)) {
        replacement = '"' + Holes.STRING + strings.size() + "__\"";
        strings.add(content.replace("\\\\", "\\"));
      }
      matcher.appendReplacement(out, Matcher.quoteReplacement(replacement));
    }
    return matcher.appendTail(out).toString();
  }

  private static String inLine(String line) {
    Matcher matcher = HOLE.matcher(line);
    StringBuilder out = new StringBuilder();
    int from = 0;
    while (matcher.find(from)) {
      out.append(line, from, matcher.start())
          .append(matcher.group("before"))
          .append(matcher.group("space"))
          .append(name(matcher));
      from = matcher.end();
    }
    return out.append(line.substring(from)).toString();
  }

  private static String name(Matcher matcher) {
    if (matcher.group("many") != null) {
      return Holes.ELLIPSIS_METAVARIABLE + matcher.group("many").substring(4);
    }
    return matcher.group("one") != null
        ? Holes.METAVARIABLE + matcher.group("one").substring(1)
        : Holes.ELLIPSIS;
  }
}
