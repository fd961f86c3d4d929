package dev.coderev.analysis.pattern;

import dev.coderev.analysis.source.TextRange;
import dev.coderev.analysis.tree.SyntaxTree;

/**
 * What one metavariable stands for in a match.
 *
 * @param node the bound node, or {@link SyntaxTree#NONE} for the content of a string, a run of
 *     arguments or statements, and groups of regular expressions
 * @param range where it stands in the file
 * @param text as messages show it: source text, for {@code "$X"} the content without quotes
 */
public record Binding(int node, TextRange range, String text) {
  /** Whether a node is bound. */
  public boolean isNode() {
    return node != SyntaxTree.NONE;
  }
}
