package dev.coderev.analysis.engine;

import dev.coderev.analysis.rule.PathFilter;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The compiled {@code paths} of a rule.
 *
 * <p>A glob matches a path or any folder above it, wherever in the path it begins: {@code tests},
 * {@code *.py}, {@code gen?}. A leading {@code /} ties it to the root.
 */
final class PathGlobs {
  private final List<Pattern> include;
  private final List<Pattern> exclude;

  PathGlobs(PathFilter filter) {
    this.include = filter.include().stream().map(PathGlobs::compile).toList();
    this.exclude = filter.exclude().stream().map(PathGlobs::compile).toList();
  }

  /** Whether the rule is for the file at this path, which uses {@code /} between names. */
  boolean accepts(String path) {
    return (include.isEmpty() || matches(include, path)) && !matches(exclude, path);
  }

  private static boolean matches(List<Pattern> globs, String path) {
    for (Pattern glob : globs) {
      if (glob.matcher(path).matches()) {
        return true;
      }
    }
    return false;
  }

  private static Pattern compile(String glob) {
    boolean rooted = glob.startsWith("/");
    String rest = glob.substring(rooted ? 1 : 0);
    if (rest.startsWith("./")) {
      rest = rest.substring(2);
    }
    if (rest.endsWith("/")) {
      rest = rest.substring(0, rest.length() - 1);
    }
    StringBuilder regex = new StringBuilder(rooted ? "" : "(?:.*/)?");
    for (int i = 0; i < rest.length(); i++) {
      char c = rest.charAt(i);
      if (rest.startsWith("**/", i)) {
        regex.append("(?:.*/)?");
        i += 2;
      } else if (rest.startsWith("**", i)) {
        regex.append(".*");
        i++;
      } else if (c == '*') {
        regex.append("[^/]*");
      } else if (c == '?') {
        regex.append("[^/]");
      } else if (c == '[' && rest.indexOf(']', i + 2) > 0) {
        int end = rest.indexOf(']', i + 2);
        String set = rest.substring(i + 1, end).replace("\\", "\\\\").replace("[", "\\[");
        regex.append('[').append(set.startsWith("!") ? "^" + set.substring(1) : set).append(']');
        i = end;
      } else if (c == '{' && rest.indexOf('}', i) > 0) {
        int end = rest.indexOf('}', i);
        String[] choices = rest.substring(i + 1, end).split(",", -1);
        regex.append("(?:");
        for (int choice = 0; choice < choices.length; choice++) {
          regex.append(choice == 0 ? "" : "|").append(Pattern.quote(choices[choice]));
        }
        regex.append(')');
        i = end;
      } else {
        regex.append(Pattern.quote(String.valueOf(c)));
      }
    }
    return Pattern.compile(regex.append("(?:/.*)?").toString(), Pattern.DOTALL);
  }
}
