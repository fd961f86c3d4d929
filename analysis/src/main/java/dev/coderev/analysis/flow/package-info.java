/** Functions as small instructions in basic blocks: one lowering of the tree for all languages. */
@NullMarked
package dev.coderev.analysis.flow;

import org.jspecify.annotations.NullMarked;
