package dev.coderev.analysis.parse.docker;

import dev.coderev.analysis.parse.descent.Draft;
import dev.coderev.analysis.tree.Kind;

/**
 * A word of an instruction.
 *
 * @param text as written
 */
record DockerWord(String text, int start, int end) {
  DockerWord from(int offset) {
    return new DockerWord(text.substring(offset), start + offset, end);
  }

  DockerWord to(int offset) {
    return new DockerWord(text.substring(0, offset), start, start + offset);
  }

  boolean is(String other) {
    return text.equalsIgnoreCase(other);
  }

  /** Its value, without the quotes around the whole of it. */
  String value() {
    char first = text.isEmpty() ? ' ' : text.charAt(0);
    boolean quoted =
        text.length() > 1
            && (first == '"' || first == '\'')
            && text.charAt(text.length() - 1) == first;
    return quoted ? text.substring(1, text.length() - 1) : text;
  }

  Draft draft() {
    return Draft.of(Kind.STRING, value(), start, end);
  }
}
