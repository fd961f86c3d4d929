package dev.coderev.analysis.tree;

import dev.coderev.analysis.source.TextRange;

/**
 * Something about a file that its parser could not read, and where.
 *
 * @param omitted whether what stands there is missing from the tree, because of a limit
 */
public record ParseNote(TextRange range, String message, boolean omitted) {
  /** About text that the tree has, as well as it could be read. */
  public ParseNote(TextRange range, String message) {
    this(range, message, false);
  }
}
