/** The analysis library: source text goes in, findings and the edits that repair them come out. */
@NullMarked
package dev.coderev.analysis;

import org.jspecify.annotations.NullMarked;
