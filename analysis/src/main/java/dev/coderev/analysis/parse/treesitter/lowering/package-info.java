/**
 * From trees as grammars see them to the one tree.
 *
 * <p>A language is a {@link dev.coderev.analysis.parse.treesitter.lowering.Constructs}: a table
 * from the grammar's node types to {@link
 * dev.coderev.analysis.parse.treesitter.lowering.Construct}s, most of them {@link
 * dev.coderev.analysis.parse.treesitter.lowering.Shape}s. What the table does not name becomes
 * {@code OTHER} with all its named children.
 */
@NullMarked
package dev.coderev.analysis.parse.treesitter.lowering;

import org.jspecify.annotations.NullMarked;
