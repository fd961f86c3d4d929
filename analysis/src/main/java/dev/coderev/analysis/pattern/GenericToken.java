package dev.coderev.analysis.pattern;

import java.util.List;

/** A piece of a generic pattern, or of a text that one is tried on. */
sealed interface GenericToken {

  /** One word or one other character. */
  record Atom(String text, boolean word, int start, int end, int line) implements GenericToken {}

  /** {@code $X}: one word. */
  record Metavariable(String name) implements GenericToken {}

  /** {@code ...}, or {@code $...X} with a name. */
  record Dots(String name) implements GenericToken {}

  /** Lines that are indented further than the one before them. */
  record Block(List<GenericToken> tokens) implements GenericToken {}
}
