package dev.coderev.analysis.parse.yaml;

import dev.coderev.analysis.parse.descent.Draft;
import dev.coderev.analysis.tree.Kind;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What plain scalars are taken for. */
final class YamlScalars {
  private static final Set<String> TRUE = Set.of("y", "yes", "true", "on");
  private static final Set<String> FALSE = Set.of("n", "no", "false", "off");
  private static final Pattern NUMBER =
      Pattern.compile(
          "[-+]?(?:0[xX][0-9A-Fa-f_]+|0[oO]?[0-7_]+|\\d[\\d_]*(?:\\.\\d*)?(?:[eE][-+]?\\d+)?)");

  private YamlScalars() {}

  static Draft plain(String text, int start, int end) {
    String lower = text.toLowerCase(Locale.ROOT);
    boolean cased =
        text.equals(lower)
            || text.equals(text.toUpperCase(Locale.ROOT))
            || text.substring(1).equals(lower.substring(1));
    if (cased && (TRUE.contains(lower) || FALSE.contains(lower))) {
      return Draft.of(Kind.BOOLEAN, String.valueOf(TRUE.contains(lower)), start, end);
    }
    if (text.equals("~") || (cased && lower.equals("null"))) {
      return Draft.of(Kind.NULL, "", start, end);
    }
    return NUMBER.matcher(text).matches()
        ? Draft.of(Kind.NUMBER, lower.replace("_", ""), start, end)
        : Draft.of(Kind.STRING, text, start, end);
  }
}
