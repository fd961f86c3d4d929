/** Rules and their parts in the binary form of a pack: everything but parsed patterns. */
@NullMarked
package dev.coderev.analysis.rulepack;

import org.jspecify.annotations.NullMarked;
