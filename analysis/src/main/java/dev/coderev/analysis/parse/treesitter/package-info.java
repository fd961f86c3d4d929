/** Parsing by tree-sitter: every language but Java. */
@NullMarked
package dev.coderev.analysis.parse.treesitter;

import org.jspecify.annotations.NullMarked;
