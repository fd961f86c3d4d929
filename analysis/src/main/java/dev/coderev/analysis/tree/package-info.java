/** The one syntax tree that every parser lowers into and everything else reads. */
@NullMarked
package dev.coderev.analysis.tree;

import org.jspecify.annotations.NullMarked;
