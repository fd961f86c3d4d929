package dev.coderev.analysis.parse.docker;

import dev.coderev.analysis.source.TextRange;
import java.util.ArrayList;
import java.util.List;

/** Cuts an instruction into words as a shell would; the signs between commands are words, too. */
final class DockerWords {
  private final String text;
  private final int end;
  private final List<TextRange> comments;
  private final List<DockerWord> words = new ArrayList<>();
  private int at;

  private DockerWords(String text, int start, int end, List<TextRange> comments) {
    this.text = text;
    this.at = start;
    this.end = end;
    this.comments = comments;
  }

  static List<DockerWord> of(String text, int start, int end, List<TextRange> comments) {
    DockerWords words = new DockerWords(text, start, end, comments);
    words.read();
    return words.words;
  }

  private void read() {
    while (at < end) {
      char c = text.charAt(at);
      if (Character.isWhitespace(c)) {
        at++;
      } else if (c == '\\' && endsLine(at + 1)) {
        at++;
      } else if (c == '#' && beginsLine()) {
        int line = text.indexOf('\n', at);
        int stop = line < 0 || line > end ? end : line;
        comments.add(new TextRange(at, stop));
        at = stop;
      } else {
        int sign = sign();
        add(sign > 0 ? at + sign : wordEnd());
      }
    }
  }

  private void add(int to) {
    int stop = Math.min(Math.max(to, at + 1), end);
    words.add(new DockerWord(text.substring(at, stop), at, stop));
    at = stop;
  }

  private boolean endsLine(int from) {
    int i = from;
    while (i < end && text.charAt(i) != '\n' && Character.isWhitespace(text.charAt(i))) {
      i++;
    }
    return i >= end || text.charAt(i) == '\n';
  }

  private boolean beginsLine() {
    int i = at - 1;
    while (i >= 0 && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) {
      i--;
    }
    return i < 0 || text.charAt(i) == '\n';
  }

  /** The length of the sign between commands that begins here, or 0. */
  private int sign() {
    if (text.startsWith("&&", at) || text.startsWith("||", at)) {
      return 2;
    }
    return "|;&()[],".indexOf(text.charAt(at)) >= 0 ? 1 : 0;
  }

  private int wordEnd() {
    int i = at;
    while (i < end) {
      char c = text.charAt(i);
      if (c == '"' || c == '\'' || c == '`') {
        i = quoteEnd(i, c);
      } else if (text.startsWith("$(", i) || text.startsWith("${", i)) {
        i = closed(i + 1);
      } else if (c == '\\') {
        if (endsLine(i + 1)) {
          return i;
        }
        i += 2;
      } else if (Character.isWhitespace(c)
          || "|;()".indexOf(c) >= 0
          || (c == '&' && text.charAt(i - 1) != '>')
          || (c == ',' && i > 0 && text.charAt(i - 1) == '"')
          || (c == ']' && !text.substring(at, i).contains("["))) {
        return i;
      } else {
        i++;
      }
    }
    return Math.min(i, end);
  }

  private int quoteEnd(int from, char quote) {
    int i = from + 1;
    while (i < end && text.charAt(i) != quote) {
      i += text.charAt(i) == '\\' && quote != '\'' ? 2 : 1;
    }
    return Math.min(i + 1, end);
  }

  /** One past the bracket that closes the one here. */
  private int closed(int from) {
    char open = text.charAt(from);
    char close = open == '(' ? ')' : '}';
    int depth = 0;
    for (int i = from; i < end; i++) {
      char c = text.charAt(i);
      if (c == open) {
        depth++;
      } else if (c == close && --depth == 0) {
        return i + 1;
      }
    }
    return end;
  }
}
