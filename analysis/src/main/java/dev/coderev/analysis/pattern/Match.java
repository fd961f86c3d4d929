package dev.coderev.analysis.pattern;

import dev.coderev.analysis.source.TextRange;

/**
 * One place where a formula holds.
 *
 * @param node the matched node, or {@code SyntaxTree.NONE} for several statements, parts of a node
 *     and regular expressions
 */
public record Match(TextRange range, int node, Bindings bindings) {}
