/** Repairs: edits applied in memory and proven before anyone sees them. */
@NullMarked
package dev.coderev.analysis.fix;

import org.jspecify.annotations.NullMarked;
