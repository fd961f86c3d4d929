/** The tree-sitter natives, reached without an object per node. */
@NullMarked
package dev.coderev.analysis.parse.treesitter.binding;

import org.jspecify.annotations.NullMarked;
