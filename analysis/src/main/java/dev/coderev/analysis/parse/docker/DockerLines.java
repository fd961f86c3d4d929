package dev.coderev.analysis.parse.docker;

import dev.coderev.analysis.source.TextRange;
import java.util.List;

/** The instructions of a Dockerfile as stretches of text; a backslash continues a line. */
final class DockerLines {
  private final String text;
  private final List<TextRange> comments;
  private int start;
  private int end;
  private int at;

  DockerLines(String text, List<TextRange> comments) {
    this.text = text;
    this.comments = comments;
  }

  /** Goes to the next instruction; false where there is none. */
  boolean next() {
    while (at < text.length()) {
      int stop = lineEnd(at);
      String line = text.substring(at, stop).strip();
      if (line.startsWith("#")) {
        comments.add(new TextRange(text.indexOf('#', at), stop));
      } else if (!line.isEmpty()) {
        start = at;
        end = instructionEnd(at);
        at = Math.min(end + 1, text.length());
        return true;
      }
      at = stop + 1;
    }
    return false;
  }

  int start() {
    return start;
  }

  int end() {
    return end;
  }

  private int lineEnd(int from) {
    int line = text.indexOf('\n', from);
    return line < 0 ? text.length() : line;
  }

  private int instructionEnd(int from) {
    int stop = lineEnd(from);
    int heredoc = text.substring(from, stop).indexOf("<<");
    if (heredoc >= 0) {
      return heredocEnd(from + heredoc + 2, stop);
    }
    while (stop < text.length() && isContinued(stop)) {
      int next = stop + 1;
      stop = lineEnd(next);
      while (stop < text.length() && isBlankOrComment(next, stop)) {
        next = stop + 1;
        stop = lineEnd(next);
      }
    }
    return stop;
  }

  private boolean isContinued(int lineEnd) {
    int i = lineEnd - 1;
    while (i >= 0 && (text.charAt(i) == ' ' || text.charAt(i) == '\t' || text.charAt(i) == '\r')) {
      i--;
    }
    return i >= 0 && text.charAt(i) == '\\';
  }

  private boolean isBlankOrComment(int from, int to) {
    String line = text.substring(from, to).strip();
    return line.isEmpty() || line.startsWith("#");
  }

  private int heredocEnd(int from, int lineEnd) {
    int at = from;
    while (at < lineEnd && "-\"'".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    int to = at;
    while (to < lineEnd && Character.isLetterOrDigit(text.charAt(to))) {
      to++;
    }
    String marker = text.substring(at, to);
    int line = lineEnd;
    while (!marker.isEmpty() && line < text.length()) {
      int stop = lineEnd(line + 1);
      if (text.substring(line + 1, stop).strip().equals(marker)) {
        return stop;
      }
      line = stop;
    }
    return lineEnd;
  }
}
