package dev.coderev.analysis.pattern;

import static dev.coderev.analysis.tree.SyntaxTree.NONE;

import dev.coderev.analysis.source.SourceFile;
import dev.coderev.analysis.source.TextRange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Generic patterns: words and punctuation of any text, with {@code $X} for one word and {@code ...}
 * for anything up to a few lines.
 */
final class GenericSearch {
  private static final int LINES = 10;
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\$\\.\\.\\.[A-Z_][A-Z0-9_]*|\\$[A-Z_][A-Z0-9_]*(?![A-Za-z0-9_])|\\.\\.\\.(?!\\.)|[A-Za-z0-9_]+|[^\\s]");

  private final List<String> wanted = new ArrayList<>();
  private final List<Token> given = new ArrayList<>();
  private final SourceFile file;
  private final Deadline deadline;
  private final Map<String, Binding> bound = new LinkedHashMap<>();

  private record Token(String text, int start, int end, int line) {}

  private GenericSearch(String pattern, SourceFile file, Deadline deadline) {
    this.file = file;
    this.deadline = deadline;
    Matcher matcher = TOKEN.matcher(pattern);
    while (matcher.find()) {
      wanted.add(matcher.group());
    }
    Matcher words = Pattern.compile("[A-Za-z0-9_]+|[^\\s]").matcher(file.text());
    while (words.find()) {
      given.add(new Token(words.group(), words.start(), words.end(), file.lineAt(words.start())));
    }
  }

  static List<Match> find(CodePattern pattern, SourceFile file, Deadline deadline) {
    return new GenericSearch(pattern.text(), file, deadline).find();
  }

  private List<Match> find() {
    List<Match> matches = new ArrayList<>();
    int from = 0;
    while (from < given.size()) {
      bound.clear();
      int start = from;
      int[] end = {-1};
      boolean found =
          match(
              0,
              from,
              to -> {
                end[0] = to;
                return true;
              });
      if (found && end[0] > start) {
        matches.add(
            new Match(
                new TextRange(given.get(start).start(), given.get(end[0] - 1).end()),
                NONE,
                Bindings.of(bound)));
        from = end[0];
      } else {
        from++;
      }
    }
    return matches;
  }

  private interface Rest {
    boolean run(int at);
  }

  private boolean match(int p, int t, Rest rest) {
    deadline.check();
    if (p == wanted.size()) {
      return rest.run(t);
    }
    String token = wanted.get(p);
    if (token.equals("...") || token.startsWith("$...")) {
      return skip(p, t, token, rest);
    }
    if (t >= given.size()) {
      return false;
    }
    Token here = given.get(t);
    if (token.length() > 1 && token.charAt(0) == '$') {
      return isWord(here.text()) && bind(token, here.start(), here.end(), p, t + 1, rest);
    }
    return token.equals(here.text()) && match(p + 1, t + 1, rest);
  }

  private boolean skip(int p, int t, String token, Rest rest) {
    int line = t == 0 ? 1 : given.get(Math.min(t, given.size()) - 1).line();
    boolean last = p == wanted.size() - 1;
    for (int to = t; to <= given.size(); to++) {
      if (to < given.size() && given.get(to).line() - line > LINES) {
        return last && rest.run(to);
      }
      if (last && to < given.size()) {
        continue;
      }
      boolean done =
          token.startsWith("$")
              ? bind(
                  token,
                  t < given.size() ? given.get(t).start() : file.text().length(),
                  to == t
                      ? (t < given.size() ? given.get(t).start() : file.text().length())
                      : given.get(to - 1).end(),
                  p,
                  to,
                  rest)
              : match(p + 1, to, rest);
      if (done) {
        return true;
      }
    }
    return false;
  }

  private boolean bind(String name, int start, int end, int p, int next, Rest rest) {
    if (name.equals("$_")) {
      return match(p + 1, next, rest);
    }
    String text = file.text().substring(start, end);
    Binding known = bound.get(name);
    if (known != null) {
      return known.text().equals(text) && match(p + 1, next, rest);
    }
    bound.put(name, new Binding(NONE, new TextRange(start, end), text));
    if (match(p + 1, next, rest)) {
      return true;
    }
    bound.remove(name);
    return false;
  }

  private static boolean isWord(String text) {
    return Character.isLetterOrDigit(text.charAt(0)) || text.charAt(0) == '_';
  }
}
